import type { Condition, Json } from "../audiences/index.js";

const signs = new Map(
  Object.entries({ $eq: "=", $ne: "!=", $lt: "<", $lte: "<=", $gt: ">", $gte: ">=", $regex: "~", $in: "in" }),
);

const valueOf = (value: Json): string =>
  Array.isArray(value)
    ? `(${value.map(valueOf).join(", ")})`
    : typeof value === "string"
      ? value
      : JSON.stringify(value);

function comparison(path: string, operand: Json): string {
  if (typeof operand !== "object" || !operand || Array.isArray(operand))
    return `${path} = ${valueOf(operand)}`;
  // What the parser adds, the marketer did not write.
  const tests = Object.entries(operand).filter(([name], _, all) => name !== "$exists" || all.length === 1);
  const parts = tests.map(([name, value]) => {
    if ((name === "$exists" && value === true) || JSON.stringify(value) === '[false,0,""]') return path;
    return `${path} ${signs.get(name) ?? name} ${valueOf(value)}`;
  });
  return parts.join(" and ");
}

/**
 * A condition as a marketer would write it, for messages.
 * @example wordsOf(parse("interest.a > 0.5 and not bought.b")) // "interest.a > 0.5 and not bought.b"
 */
export function wordsOf(condition: Condition): string {
  const parts = Object.entries(condition).map(([key, operand]) => {
    const list = Array.isArray(operand) ? operand.map((one) => inner(one)) : [];
    if (key === "$and") return list.join(" and ");
    if (key === "$or") return list.join(" or ");
    if (key === "$nor") return `not (${list.join(" or ")})`;
    return key === "$not" ? `not ${inner(operand)}` : comparison(key, operand);
  });
  return parts.join(" and ") || "{}";
}

function inner(condition: Json): string {
  const text =
    typeof condition === "object" && condition ? wordsOf(condition as Condition) : JSON.stringify(condition);
  return / (and|or) /.test(text) ? `(${text})` : text;
}
