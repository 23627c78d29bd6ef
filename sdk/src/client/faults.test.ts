// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { build } from "../slots/build.test-helper.js";
import { fakeCore, settled } from "./fakes.test-helper.js";
import { explainFaults } from "./faults.js";
import { explainAll } from "./inspector-stage.js";

afterEach(() => document.body.replaceChildren());

function setUp(...elements: Element[]) {
  const inspector = vi.fn(() => Promise.resolve({ explainAll }));
  const fake = fakeCore({ faults: new Set(elements), stages: { inspector } as never });
  return { ...fake, inspector };
}

test("a page without faults loads nothing for it", () => {
  const { core, inspector } = setUp();
  explainFaults(core);
  expect(inspector).not.toHaveBeenCalled();
});

test("every fault is told once, with what was meant or where it is, and then forgotten", async () => {
  const slot =
    build(`<div data-heim-slot="hero"><template data-heim-variant="a" data-heim-wehn="x"></template>
    <template data-heim-variant="b" data-heim-when="interest. >"></template></div>`);
  const { core, said } = setUp(...slot.querySelectorAll("template"));
  explainFaults(core);
  await settled();
  expect(said).toEqual([
    expect.stringContaining('did you mean "data-heim-when"?'),
    expect.stringMatching(/^data-heim-when="interest\. >": /),
  ]);
  expect(core.faults.size).toBe(0);
});

test("where the words cannot be loaded the elements themselves are told", async () => {
  const element = build(`<div data-heim-solt="hero"></div>`);
  const { core, said, inspector } = setUp(element);
  inspector.mockRejectedValue(new Error("stage-failed"));
  explainFaults(core);
  await settled();
  expect(said).toEqual(["attributes that cannot be read"]);
});
