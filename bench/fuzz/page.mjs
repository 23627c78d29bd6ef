/** Runs in the page: slots, conditions and manifests made at random, and what becomes of them. */
import { begin } from "../../sdk/src/client/begin.ts";
import { browserEnvironment } from "../../sdk/src/client/environment.ts";
import { readManifest } from "../../sdk/src/client/manifest.ts";
import * as more from "../../sdk/src/client/more-stage.ts";
import { emptyMemory } from "../../sdk/src/decisions/index.ts";
import { emptyProfile, fold } from "../../sdk/src/interests/index.ts";
import { explainFaults, schema } from "../../sdk/src/slots/index.ts";

const pieces = [
  ...[
    "interest.",
    "hiking",
    "bought.boots",
    "top",
    "page.path",
    "persona",
    "declared.a",
    "visit.pages",
    "facet.b.",
  ],
  ...[
    " and ",
    " or ",
    " not ",
    " in ",
    "(",
    ")",
    ">=",
    "<",
    "=",
    "!=",
    "~",
    '"',
    "'",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "$gt",
  ],
  ...[
    "0.4",
    "-1",
    "1e9",
    "true",
    "a|b",
    "(a+)+",
    "^.*x",
    "\\",
    "constructor",
    "__proto__",
    "3/day",
    "test",
    "best",
  ],
  ...["ü", "😀", "\u202e", "\0", " ", "<b>", "javascript:", "first", "10", ":2", "-", "*".repeat(50)],
];
const keys = [
  "topics",
  "complements",
  "personas",
  "campaigns",
  "sources",
  "consent",
  "tact",
  "slots",
  "id",
  "parents",
  "weights",
];
const attributes = Object.values(schema);

/** A generator of Lehmer's kind, so that a run can be repeated by its seed. */
function randomOf(seed) {
  let state = seed;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const below = (n) => Math.floor(random() * n);
  const one = (list) => list[below(list.length)];
  const text = () =>
    Array.from({ length: below(12) }, () =>
      below(9) ? one(pieces) : String.fromCharCode(below(65_536)),
    ).join("");
  const json = (depth) => {
    if (depth === 0 || below(3) === 0) return one([null, true, below(100), -1.5, text(), [], {}]);
    if (below(2)) return Array.from({ length: below(4) }, () => json(depth - 1));
    return Object.fromEntries(
      Array.from({ length: below(5) }, () => [one([one(keys), text()]), json(depth - 1)]),
    );
  };
  return { below, one, text, json };
}

function dress(element, { below, one, text }) {
  for (let i = below(5); i > 0; i -= 1) {
    const name = below(8) ? one(attributes) : `data-heim-${text().replace(/[^a-z]/g, "")}x`;
    element.setAttribute(name, text());
  }
  return element;
}

function slotOf(random) {
  const slot = dress(document.createElement("section"), random);
  if (random.below(4)) slot.setAttribute("data-heim-slot", "hero");
  slot.append("Default");
  for (let i = random.below(4); i > 0; i -= 1) {
    const template = dress(document.createElement("template"), random);
    if (random.below(4)) template.setAttribute("data-heim-variant", `v${i}`);
    if (random.below(2)) template.setAttribute("data-heim-when", random.text());
    template.content.append(dress(document.createElement("p"), random));
    slot.append(template);
  }
  return slot;
}

const now = Date.UTC(2026, 10, 22);
const profile = ["hiking", "boots", "constructor"].reduce(
  (known, topic) => fold(known, { kind: "declare", topics: [topic], name: "a", value: 1, at: now }, now),
  emptyProfile(),
);

/** One page view: begun, decided, explained and stopped. In milliseconds. */
async function visit(seed) {
  const random = randomOf(seed);
  const element = slotOf(random);
  document.body.append(element);
  const consent = { purposes: { personalization: "granted" }, policyVersion: "", source: "bench" };
  const read = Promise.resolve([consent, { profile, memory: emptyMemory("seed") }]);
  window.heimspielBoot = { read, held: false, began: 0, release: () => undefined };
  const environment = { ...browserEnvironment(window), clock: () => now, log: () => undefined };
  const wild = random.json(4);
  const start = performance.now();
  const view = begin({ manifest: readManifest(wild, environment.log) }, environment, () =>
    Promise.resolve(more),
  );
  await view.restored;
  await view.needed;
  view.decide();
  for (const fault of view.faults) explainFaults(fault, environment.log);
  view.stop();
  const took = performance.now() - start;
  element.remove();
  return took;
}

/** Visits, each with its own seed; what was thrown, and the slowest. */
export async function run(first, count) {
  const thrown = [];
  const times = [];
  const note = ({ reason, message }) => void thrown.push(String(reason ?? message));
  window.addEventListener("error", note);
  window.addEventListener("unhandledrejection", note);
  for (let seed = first; seed < first + count; seed += 1) {
    try {
      times.push([await visit(seed), seed]);
    } catch (error) {
      thrown.push(`seed ${seed}: ${String(error)}`);
    }
  }
  await new Promise((resolve) => setTimeout(resolve));
  return { thrown, times };
}

/** The same visit five times: what it costs when the machine does nothing else, in milliseconds. */
export async function again(seed) {
  const times = [];
  for (let i = 0; i < 5; i += 1) times.push(await visit(seed));
  return Math.min(...times);
}
