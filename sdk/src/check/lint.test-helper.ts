import { parsePage } from "./html.js";
import { lintPage, type Finding } from "../lint/index.js";

/** What the pages of the tests are checked against. */
export const manifest: object = {
  topics: [{ id: "hiking", aliases: ["wandern"] }, { id: "travel" }],
  personas: { hiker: "interest.hiking >= 0.5" },
  slots: { hero: { variants: ["peru", "a", "b"], goal: "checkout" } },
};
/** Everything found in a page. */
export const lint = (html: string): Finding[] =>
  parsePage(html).flatMap((root) =>
    lintPage(root, { manifest, isSensitive: (topic) => topic === "pregnancy" }),
  );
/** Errors and warnings, a line each. */
export const told = (html: string): string[] =>
  lint(html)
    .filter(({ severity }) => severity !== "info")
    .map(({ rule, element, attribute, remedy }) => `${rule} <${element.tag}> ${attribute ?? ""}: ${remedy}`);

/** A variant that is always eligible, and one with a condition. */
export const a = '<template data-heim-variant="a">A</template>';
export const b = '<template data-heim-variant="b" data-heim-when="visit.count = 1">B</template>';
/** A slot with this in it. */
export const slot = (attributes: string, content: string): string =>
  `<div data-heim-slot="x" ${attributes}>${content}</div>`;
