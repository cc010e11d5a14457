// Answers questions about query semantics: one JSON list of questions per line in, one list of answers per line
// out. Ends when its input ends.

import { createInterface } from "node:readline";
import { update } from "mingo";
import { Aggregator } from "mingo/aggregator";
import { Context } from "mingo/core";
import { Lazy } from "mingo/lazy";
import * as accumulator from "mingo/operators/accumulator";
import * as expression from "mingo/operators/expression";
import * as stages from "mingo/operators/pipeline";
import * as projection from "mingo/operators/projection";
import { Query } from "mingo/query";
import { cloneDeep } from "mingo/util";
import { fromEjson, toEjson } from "./ejson.mjs";
import { $count, compareBy, queryOperators } from "./exceptions.mjs";

const collections = new Map();
const $sort = (stream, keys) => stream.transform((all) => Lazy(all.slice().sort(compareBy(keys))));
const pipeline = { ...stages, $sort, $count: $count(stages) };
const context = Context.init({ accumulator, expression, pipeline, projection, query: queryOperators });
const options = { context, collectionResolver: (name) => collections.get(name) ?? [], useStrictMode: true };

/** Every match in order, each with its rank: documents the sort cannot tell apart share one. */
function find({ collection, filter, sort, projection: shape }) {
  const matches = new Query(filter, options).find(collections.get(collection)).all();
  const order = compareBy(sort ?? {});
  const sorted = matches.slice().sort(order);
  let rank = 0;
  return sorted.map((document, at) => {
    if (at > 0 && order(sorted[at - 1], document) !== 0) rank = at;
    return { id: document._id, rank, document: project(document, shape) };
  });
}

function project(document, shape) {
  return shape ? new Query({}, options).find([cloneDeep(document)], shape).next() : document;
}

const questions = {
  load: ({ collection, documents }) => void collections.set(collection, documents),
  find,
  aggregate: ({ collection, pipeline: steps }) =>
    new Aggregator(steps, options).run(cloneDeep(collections.get(collection))),
  update: ({ document, filter, change, arrayFilters }) => {
    const changed = cloneDeep(document);
    update(changed, change, arrayFilters, filter, { queryOptions: options });
    return changed;
  },
};

function answer(question) {
  try {
    return { answer: toEjson(questions[question.ask](fromEjson(question))) };
  } catch (failure) {
    return { error: String(failure.message ?? failure) };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(JSON.parse(line).map(answer)) + "\n");
}
