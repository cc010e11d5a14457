// The one place where mingo is known to differ from the MongoDB manual, and what the manual says instead.
// README.md beside this file gives the reason for each, and lists what the generator leaves out.

import { compare, resolve } from "mingo/util";
import * as query from "mingo/operators/query";

const isNumber = (value) => typeof value === "number";
const asList = (value) => (Array.isArray(value) ? value : [value]);
const orElements = (value) => (Array.isArray(value) ? [value, ...value] : [value]);

/** E1: missing sorts as null; an array by its smallest element ascending, its largest descending, empty first. */
export function sortKey(document, path, direction) {
  const value = resolve(document, path);
  if (value === undefined) return null;
  if (!Array.isArray(value)) return value;
  if (value.length === 0) return undefined;
  return value.map((item) => item ?? null).reduce((a, b) => (compare(b, a) * direction < 0 ? b : a));
}

export function compareBy(sort) {
  const keys = Object.entries(sort);
  return (left, right) => {
    for (const [path, direction] of keys) {
      const order = compare(sortKey(left, path, direction), sortKey(right, path, direction));
      if (order !== 0) return order * direction;
    }
    return 0;
  };
}

const types = {
  double: isNumber, int: isNumber, long: isNumber, number: isNumber,
  string: (value) => typeof value === "string",
  object: (value) => value !== null && typeof value === "object" && value.constructor === Object,
  array: Array.isArray,
  objectId: (value) => value instanceof Uint8Array,
  bool: (value) => typeof value === "boolean",
  date: (value) => value instanceof Date,
  null: (value) => value === null,
};

/** E2: $type looks at the elements of an array too, and knows objectId. */
const $type = (path, wanted) => (document) =>
  orElements(resolve(document, path)).some((value) => asList(wanted).some((name) => types[name](value)));

/** E3: $mod takes numbers only and cuts off their fractions. */
const $mod = (path, [divisor, remainder]) => (document) =>
  asList(resolve(document, path)).some((value) => isNumber(value) && Math.trunc(value) % divisor === remainder);

/** E4: $all of one value matches a field that is this value. */
const $all = (path, wanted, options) => {
  const whole = query.$all(path, wanted, options);
  return (document) => {
    const value = resolve(document, path);
    if (Array.isArray(value) || wanted.length === 0) return whole(document);
    return wanted.every((item) => query.$eq(path, item, options)(document));
  };
};

/** E5: "at least null" and "at most null" mean null or missing. */
const nullBound = (plain) => (path, bound, options) =>
  bound === null ? query.$eq(path, null, options) : plain(path, bound, options);

export const queryOperators = { ...query, $type, $mod, $all, $gte: nullBound(query.$gte), $lte: nullBound(query.$lte) };

/** E6: counting nothing gives no document. */
export const $count = (stages) => (stream, field, options) =>
  stages.$match(stages.$count(stream, field, options), { [field]: { $gt: 0 } }, options);
