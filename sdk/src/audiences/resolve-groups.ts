import type { Groups, Json } from "./types.js";

const lists: Partial<Record<string, string>> = { $inGroup: "$in", $notInGroup: "$nin" };

/**
 * Puts the members in the place of saved groups: `{ $inGroup: "vip" }` becomes `{ $in: […] }`. An unknown group is empty. The
 * script tag knows no groups, so that it need not carry this.
 */
export function resolveGroups(condition: Json, groups: Groups): Json {
  if (Array.isArray(condition)) return condition.map((item) => resolveGroups(item, groups));
  if (typeof condition !== "object" || !condition) return condition;
  return Object.fromEntries(
    Object.entries(condition).map(([key, value]): [string, Json] => {
      // Own keys only, in both: a group or a fact may be named like a method of every object.
      const list = Object.hasOwn(lists, key) ? lists[key] : undefined;
      if (!list) return [key, resolveGroups(value, groups)];
      const known = typeof value === "string" && Object.hasOwn(groups, value) ? groups[value] : [];
      return [list, [...(known ?? [])]];
    }),
  );
}
