// @vitest-environment happy-dom
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { build } from "./build.test-helper.js";
import { rankList } from "./rank-list.js";

afterEach(() => document.body.replaceChildren());

const list = (items: string): Element => build(`<ul data-heim-rank="interest">${items}</ul>`);
const order = (element: Element): string => [...element.children].map(({ id }) => id).join("");
const item = (id: string, topics?: string): string =>
  `<li id="${id}"${topics === undefined ? "" : ` data-heim-topics="${topics}"`}></li>`;

test("the most interesting comes first; what is as interesting keeps its order", () => {
  const element = list(item("a", "golf") + item("b", "hiking") + item("c", "tennis") + item("d", "hiking"));
  const undo = rankList(element, { hiking: 0.6, tennis: 0.2 });
  expect(order(element)).toBe("bdca");
  undo?.();
  expect(order(element)).toBe("abcd");
});

test("weights count, several topics add up, and a topic may lie deeper in its item", () => {
  const element = list(
    `${item("a", "hiking")}${item("b", "golf tennis")}${item("c", "Hiking:3")}
     <li id="d"><a data-heim-topics="hiking:2"></a></li>`,
  );
  rankList(element, { hiking: 0.4, golf: 0.5, tennis: 0.5 });
  expect(order(element)).toBe("cbda");
});

test("an item that says nothing of itself, or is to be ignored, keeps its place", () => {
  const element = list(
    `${item("x")}${item("a", "golf")}<li id="y" data-heim-ignore data-heim-topics="hiking"></li>${item("b", "hiking")}`,
  );
  rankList(element, { hiking: 0.9 });
  expect(order(element)).toBe("xbya");
});

test("what lies between the items stays where it is, and so do the nodes", () => {
  const element = build(`<div>one ${item("a", "golf")} two ${item("b", "hiking")} three</div>`);
  const nodes = [...element.children];
  rankList(element, { hiking: 0.9 });
  expect(element.textContent.replace(/\s+/g, " ")).toBe("one two three");
  expect([...element.children]).toEqual(nodes.reverse());
});

test("a list that is in the best order is left alone", () => {
  const element = list(item("a", "hiking") + item("b", "constructor") + item("c"));
  expect(rankList(element, { hiking: 0.9 })).toBeUndefined();
});

test("when the page has taken an item away, the order is its own", () => {
  const element = list(item("a", "golf") + item("b", "hiking") + item("c", "hiking"));
  const undo = rankList(element, { hiking: 0.9 });
  element.querySelector("#c")?.remove();
  undo?.();
  expect(order(element)).toBe("ba");
});

test("whatever the list, the same items are in it, sorted by interest, and all comes back", () => {
  const topics = fc.array(
    fc.option(fc.constantFrom("a", "b", "c:2", "b c", "d:x", "", ":"), { nil: undefined }),
    {
      maxLength: 8,
    },
  );
  const interest = fc.record({ a: fc.double({ min: 0, max: 1, noNaN: true }), b: fc.constant(0.5) });
  fc.assert(
    fc.property(topics, interest, (marks, known) => {
      const element = list(marks.map((mark, at) => item(String(at), mark)).join(""));
      const before = [...element.children];
      const undo = rankList(element, known);
      expect(new Set(element.children)).toEqual(new Set(before));
      before.forEach((child, at) => {
        if (marks[at] === undefined) expect(element.children[at]).toBe(child);
      });
      undo?.();
      expect([...element.children]).toEqual(before);
    }),
  );
});
