/**
 * A reader of one path through plain objects and arrays; absent is null, as in GrowthBook.
 *
 * Nothing is read through a prototype: a name that objects or arrays inherit (`constructor`, `__proto__`, what the page
 * has added) is asked for as an own property. Only those are, because asking always costs as much as all the rest.
 */
export function lookup(path: string): (root: unknown) => unknown {
  const names = path.split(".");
  const isInherited = names.some((name) => name in []);
  return (root) => {
    let current = root;
    for (const name of names) {
      if (typeof current !== "object" || !current) return null;
      if (isInherited && !Object.hasOwn(current, name)) return null;
      current = (current as Record<string, unknown>)[name];
    }
    return current ?? null;
  };
}
