import {
  attributeOf,
  descendants,
  goalsIn,
  lintPage,
  type Finding,
  type LintOptions,
} from "../lint/index.js";
import { parsePage, type Located } from "./html.js";
import { createTeller, type Problem, type Source } from "./problem.js";

/** What was found on a page. */
export interface CheckedPage {
  readonly problems: readonly Problem[];
  /** Goals of its slots, each with what is to be told if no page reaches it. */
  readonly measured: readonly (readonly [goal: string, problem: Problem])[];
  readonly reached: readonly string[];
}

/** What one character of a value may be in the source. */
const character = /&(?:#\d+|#x[\da-f]+|[a-z\d]+);?|\r\n|[^]/giy;

/** Where in the source of an attribute the character of its value is. */
function placeIn(source: string, offset: number): number {
  character.lastIndex = /^[^=\s]*\s*=\s*["']?/.exec(source)?.[0].length ?? 0;
  for (let at = 0; at < offset; at++) if (!character.test(source)) break;
  return Math.min(character.lastIndex, source.length);
}

function placeOf({ element, attribute, offset }: Finding, text: string): number {
  const { at } = element as Located;
  const [start, end] = at.attributes.get(attribute ?? "") ?? [];
  if (start === undefined) return at.start;
  return start + (offset === undefined ? 0 : placeIn(text.slice(start, end), offset));
}

/** Calls of `heimspiel.goal("newsletter")` in a script's text. */
export const goalsCalled = (text: string): string[] =>
  [...text.matchAll(/\bgoal\(\s*["'`]([^"'`]+)/g)].map(([, goal = ""]) => goal);

/** Checks one page. */
export function checkPage(page: Source, options: LintOptions): CheckedPage {
  const tell = createTeller(page);
  const toProblem = (finding: Finding): Problem => tell(finding, placeOf(finding, page.text));
  const roots = parsePage(page.text);
  const goals = roots.map(goalsIn);
  return {
    problems: roots.flatMap((root) => lintPage(root, options)).map(toProblem),
    measured: goals.flatMap(({ measured }) =>
      measured.map(([goal, finding]) => [goal, toProblem(finding)] as const),
    ),
    reached: [...goals.flatMap(({ reached }) => reached), ...goalsCalled(page.text)],
  };
}

/** The address of the manifest that a page's script tag names. */
export function manifestOf(text: string): string | undefined {
  for (const element of parsePage(text).flatMap((root) => [...descendants(root)])) {
    const manifest = element.tag === "script" ? attributeOf(element, "data-manifest") : undefined;
    if (manifest) return manifest;
  }
  return undefined;
}
