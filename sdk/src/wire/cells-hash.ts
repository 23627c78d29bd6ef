/**
 * A short name for a list of cells, by which the collector tells that a slot's variants were changed: seven characters
 * a–z0–9. FNV-1a on 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/) over the code units of the list as JSON. It
 * guards against mistakes, not against forgery.
 * @example cellsHash(["none", "a:seen", "a:clicked", "a:goal"]) // "1tyl0sj"
 */
export function cellsHash(names: readonly string[]): string {
  let hash = 0x811c9dc5;
  const text = JSON.stringify(names);
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, "0");
}
