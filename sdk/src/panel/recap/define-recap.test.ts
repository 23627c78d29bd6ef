// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { defineRecap } from "./define-recap.js";
import type { Recap, RecapPorts, Silence } from "./ports.js";

const known: Recap = {
  ...{ shop: "shop.example", since: Date.UTC(2026, 2, 3), long: true, visits: 4, pages: 12 },
  topics: [{ label: "Hiking", percent: 72, since: Date.UTC(2026, 2, 3), pages: 8 }],
  resting: [["Boots", Date.UTC(2026, 4, 1)]],
  told: [
    ["shoe-size", 42],
    ["vegan", true],
  ],
};

function stage(view: Recap | Silence, attributes: Record<string, string> = {}) {
  let tell: () => void = () => undefined;
  const stop = vi.fn();
  const read = vi.fn<RecapPorts["read"]>(() => Promise.resolve(view));
  const on: RecapPorts["on"] = (listener) => {
    tell = listener;
    return stop;
  };
  const log = vi.fn();
  defineRecap(window, { read, on, log });
  const element = document.createElement("heim-recap");
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.replaceChildren(element);
  const find = (selector: string): Element | null => element.shadowRoot?.querySelector(selector) ?? null;
  const text = (): string => find("[part=body]")?.textContent ?? "";
  const drawn = (): Promise<void> => vi.waitFor(() => expect(text()).not.toBe(""));
  return { element, read, log, stop, find, text, drawn, change: () => tell() };
}
afterEach(() => vi.restoreAllMocks());

test("everything the picture stands for is there in words, too, and the picture has a name and a description", async () => {
  const { find, text, drawn } = stage(known);
  await drawn();
  for (const words of [
    ...["Your months here", "4 visits · 12 pages · since 3 March 2026", "until 1 May 2026", "Boots"],
    ...["Hiking72 % · 8 pages · since 3 March 2026", "shoe size42", "veganyes", "leaves this device"],
  ])
    expect(text()).toContain(words);
  expect(find("svg")?.getAttribute("role")).toBe("img");
  expect(find("svg > title")?.textContent).toBe("My time at shop.example");
  expect(find("svg > desc")?.textContent).toMatch(/hill.*topic/);
  expect(find("svg")?.namespaceURI).toBe("http://www.w3.org/2000/svg");
});

test("German, on a young acquaintance, with the shop's own name", async () => {
  const { find, text, drawn } = stage(
    { ...known, long: false, visits: 1, pages: 1 },
    { lang: "de", shop: "Almweg" },
  );
  await drawn();
  expect(text()).toContain("Ihre ersten Tage hier");
  expect(text()).toContain("1 Besuch · 1 Seite · seit 3. März 2026");
  expect(find("svg > title")?.textContent).toBe("Meine Zeit bei Almweg");
});

test.each<[Silence, RegExp]>([
  ["consent", /nothing is kept/i],
  ["level", /less personal/],
  ["early", /do not know enough yet/],
])("no picture and nothing to save: %s", async (silence, words) => {
  const { find, text, drawn } = stage(silence);
  await drawn();
  expect(text()).toMatch(words);
  expect(find("svg, button")).toBeNull();
});

test("it follows every change, draws nothing anew that is the same, and leaves the focus on the button", async () => {
  const { element, read, find, text, drawn, change } = stage(known);
  await drawn();
  const picture = find("svg");
  (find("button") as HTMLElement).focus();
  change();
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
  await Promise.resolve();
  expect(find("svg")).toBe(picture);
  read.mockResolvedValue({ ...known, visits: 5 });
  change();
  await vi.waitFor(() => expect(text()).toContain("5 visits"));
  expect(element.shadowRoot?.activeElement).toBe(find("button"));
  read.mockResolvedValue("consent");
  change();
  await vi.waitFor(() => expect(find("svg")).toBeNull());
});

test("of two readings the later one counts, however late the earlier comes", async () => {
  const { read, text, drawn, change } = stage("early");
  await drawn();
  let answer: (recap: Recap) => void = () => undefined;
  read.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  change();
  read.mockResolvedValue("consent");
  change();
  await vi.waitFor(() => expect(text()).toMatch(/nothing is kept/i));
  answer(known);
  await new Promise((resolve) => setImmediate(resolve));
  expect(text()).toMatch(/nothing is kept/i);
});

test("the client that runs now is asked; an element that leaves hears nothing more", async () => {
  const first = stage(known);
  await first.drawn();
  const second = stage("early");
  await second.drawn();
  expect(second.text()).toMatch(/not know enough/);
  second.element.remove();
  expect(second.stop).toHaveBeenCalledTimes(1);
});

test("a picture that cannot be made is said and logged, and so is a reading that fails", async () => {
  const { read, log, find, drawn, change } = stage(known);
  await drawn();
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
  (find("button") as HTMLElement).click();
  await vi.waitFor(() => expect(find("[role=status]")?.textContent).toMatch(/did not work/));
  expect(log).toHaveBeenCalledWith("the picture is not saved", expect.any(Error));
  read.mockRejectedValue(new Error("no store"));
  change();
  await vi.waitFor(() => expect(log).toHaveBeenCalledWith("<heim-recap>", expect.any(Error)));
});
