import fc from "fast-check";
import { schema } from "./index.js";

const names = Object.values(schema).filter((name) => name !== schema.ignore);
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.stringMatching(/^[a-z0-9 :/.,%-]{0,12}$/),
  fc.constantFrom("3/day", "50", "test", "10000", "100.5", "1e-7", "-1e-7", "1e9", "0x10"),
);
/** Attributes as a merchant may write them: ours and almost ours, with sound and unsound texts. */
export const attributes: fc.Arbitrary<Record<string, string>> = fc.dictionary(
  fc.constantFrom(...names, "data-heim-x", "data-hiem-cap"),
  text,
);
/** Gives an element all these attributes. */
export const fill = (element: Element, all: Record<string, string>): void => {
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
};
