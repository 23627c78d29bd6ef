// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { definePreferences } from "./define-preferences.js";
import type { PreferencesPorts, PreferencesView } from "./ports.js";

const hiking = {
  topic: "hiking",
  label: "Hiking",
  strength: 0.5,
  evident: true,
  evidence: "told",
  muted: false,
};
const known: PreferencesView = {
  choice: { personalization: "granted", statistics: "denied" },
  known: {
    ...{ level: "normal", topics: [hiking], told: [["size", 42]], resting: [["Boots", "1 May"]] },
    ...{ arrival: { visits: "2", campaign: "peru" }, chosen: ["brand: Acme"] },
  },
  sent: Array.from({ length: 7 }, (_, day) => ({
    ...{ date: `2026-11-0${day + 1}`, question: "What?", said: "said: boots" },
    ...{ epsilon: 3, meaning: "little" },
  })),
};

function stage(view: PreferencesView) {
  let tell: () => void = () => undefined;
  const stop = vi.fn();
  const ports = {
    ...{ topic: vi.fn(), tell: vi.fn(), level: vi.fn(), choose: vi.fn(), log: vi.fn() },
    ...{ save: vi.fn(), erase: vi.fn(() => Promise.resolve()), read: () => Promise.resolve(view) },
    on(listener: () => void) {
      tell = listener;
      return stop;
    },
  } satisfies PreferencesPorts;
  definePreferences(window, ports, "");
  const element = document.createElement("heim-preferences");
  document.body.replaceChildren(element);
  const all = (selector: string): HTMLElement[] => [
    ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
  ];
  const drawn = (): Promise<void> => vi.waitFor(() => expect(all("section").length).toBeGreaterThan(0));
  return { ports, stop, element, all, drawn, change: () => tell() };
}

test("every part of what is known is there, the latest answers first and the earlier ones folded", async () => {
  const { all, drawn } = stage(known);
  await drawn();
  const text = all("[part=body]")[0]!.textContent;
  for (const word of ["Hiking", "Boots", "until 1 May", "peru", "brand: Acme", "ε = 3"])
    expect(text).toContain(word);
  expect(all("meter")[0]!.getAttribute("value")).toBe("50");
  expect(all("details li")).toHaveLength(2);
  expect(all("[role=switch]").map((box) => (box as HTMLInputElement).checked)).toEqual([true, false]);
});

test.each([
  ["search", "a search engine"],
  ["cpc", "cpc"],
  ["constructor", "constructor"],
])("a visitor who came by %s came by %s", async (channel, word) => {
  const { all, drawn } = stage({ ...known, known: { ...known.known!, arrival: { channel } } });
  await drawn();
  expect(all("dd").map(({ textContent }) => textContent)).toContain(word);
});

test("what is pressed is asked of the client that runs now", async () => {
  const first = stage(known);
  await first.drawn();
  const { ports, all, drawn, element, stop } = stage(known);
  await drawn();
  all("[part~=lower]")[0]!.click();
  expect(ports.topic).toHaveBeenCalledWith("hiking", "lower");
  expect(first.ports.topic).not.toHaveBeenCalled();
  element.remove();
  expect(stop).toHaveBeenCalledTimes(1);
});

test("nothing known: neither data nor the way to erase them, only consent", async () => {
  const { all, drawn } = stage({ choice: { personalization: "unknown", statistics: "unknown" }, sent: [] });
  await drawn();
  expect(all("[part~=empty]")).toHaveLength(1);
  expect(all("section")).toHaveLength(1);
});

test("a reading that fails is told to the merchant, and the page lives on", async () => {
  const { ports, change } = stage(known);
  ports.read = () => Promise.reject(new Error("no store"));
  change();
  await vi.waitFor(() => expect(ports.log).toHaveBeenCalledWith("<heim-preferences>", expect.any(Error)));
});
