import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { jsonLdPage } from "./test/page.js";
import { kinds, visit, type Visit } from "./test/visit.js";

const boot = jsonLdPage({ "@type": "Product", name: "Trail Boot", category: "Boots" });
const button = '<button class="add-to-wishlist" aria-pressed="false"><i>♥</i></button>';
let session: Visit;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  session.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Clicks on the heart; the shop answers by (un)pressing the button after some time. */
async function like(html: string, pressed: "true" | "false" = "true", afterMs = 100): Promise<string[]> {
  session = visit(html);
  vi.stubGlobal("MutationObserver", (session.window as unknown as typeof globalThis).MutationObserver);
  session.fire(session.document.querySelector("i"), "click");
  await vi.advanceTimersByTimeAsync(afterMs);
  session.document.querySelector("button")?.setAttribute("aria-pressed", pressed);
  await vi.advanceTimersByTimeAsync(1000);
  return kinds(session).filter((kind) => kind.startsWith("like"));
}

test("a wish-list button that becomes pressed is a like of the page's product", async () => {
  expect(await like(boot + button)).toEqual(["like boots"]);
});

test("in a teaser it is a like of the teaser", async () => {
  expect(await like(`${boot}<ul><li data-heim-topics="tents">${button}</li></ul>`)).toEqual(["like tents"]);
});

test.each<[string, string, "true" | "false", number]>([
  ["one that is released", boot + button, "false", 100],
  ["one of a list that nobody marked", `${boot}<ul><li>${button}</li></ul>`, "true", 100],
  ["one that is pressed much later, by something else", boot + button, "true", 5000],
  ["one below data-heim-ignore", `${boot}<div data-heim-ignore>${button}</div>`, "true", 100],
])("%s is none", async (_, html, pressed, afterMs) => {
  expect(await like(html, pressed, afterMs)).toEqual([]);
});
