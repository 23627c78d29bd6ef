/**
 * A version as a text that sorts like the version, by GrowthBook's rule: https://docs.growthbook.io/lib/build-your-own
 * Numbers are padded to five places; "~", the last character of ASCII, puts a release after its pre-releases.
 */
export function paddedVersion(version: unknown): string {
  const parts = String((version as string | number | null) || 0)
    .replace(/^v|\+.*$/g, "")
    .split(/[-.]/);
  if (parts.length === 3) parts.push("~");
  return parts.map((part) => (/^\d+$/.test(part) ? part.padStart(5) : part)).join("-");
}
