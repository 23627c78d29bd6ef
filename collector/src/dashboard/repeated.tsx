import type { JSX } from "hono/jsx/jsx-runtime";

/** Parameters of the address that a form keeps. */
export function Repeated({ query }: { query: Readonly<Record<string, string>> }): JSX.Element {
  return (
    <>
      {Object.entries(query).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
