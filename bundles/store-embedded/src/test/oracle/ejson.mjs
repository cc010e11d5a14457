// Extended JSON in, JavaScript values out, and back. Every numeric type becomes a JavaScript number:
// the caller compares numbers by value and checks numeric types with its own written probes.

const readers = {
  $numberInt: Number,
  $numberLong: Number,
  $numberDouble: Number,
  $oid: (hex) => Uint8Array.from(Buffer.from(hex, "hex")),
  $date: (at) => new Date(typeof at === "object" ? Number(at.$numberLong) : at),
  $regularExpression: ({ pattern, options }) => new RegExp(pattern, options.replace(/[^imsu]/g, "")),
};

/** An ObjectId is held as its twelve bytes, because mingo orders byte arrays where MongoDB orders ObjectIds. */
export function fromEjson(value) {
  if (Array.isArray(value)) return value.map(fromEjson);
  if (value === null || typeof value !== "object") return value;
  const keys = Object.keys(value);
  if (keys.length === 1 && readers[keys[0]]) return readers[keys[0]](value[keys[0]]);
  return Object.fromEntries(keys.map((key) => [key, fromEjson(value[key])]));
}

export function toEjson(value) {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.map(toEjson);
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } };
  if (value instanceof Uint8Array) return { $oid: Buffer.from(value).toString("hex") };
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } };
  if (typeof value === "number" && !Number.isFinite(value)) return { $numberDouble: String(value) };
  if (typeof value !== "object") return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([key, field]) => [key, toEjson(field)]));
}
