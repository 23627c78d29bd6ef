// @vitest-environment happy-dom
import fc from "fast-check";
import { expect, test } from "vitest";
import { attributes, fill } from "./attributes.test-helper.js";
import { explainFaults, readSlot, schema, show } from "./index.js";

const explain = (element: Element): string[] => {
  const warnings: string[] = [];
  explainFaults(element, (message, about) => {
    expect(about).toBe(element);
    warnings.push(message);
  });
  return warnings;
};

test("readSlot and show report a fault exactly where explainFaults warns", () => {
  const variant = fc.record({
    attributes,
    name: fc.constantFrom("a", "b", undefined),
    code: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.oneof(attributes, fc.constant({})),
      fc.array(variant, { maxLength: 3 }),
      (onSlot, variants) => {
        const slot = document.createElement("section");
        slot.setAttribute(schema.slot, "s");
        fill(slot, onSlot);
        for (const { attributes, name, code } of variants) {
          const template = document.createElement("template");
          if (name) template.setAttribute(schema.variant, name);
          fill(template, attributes);
          if (code) template.content.append(document.createElement("script"));
          slot.append(template);
        }
        const at = new Set<Element>();
        const fault = (element: Element): void => void at.add(element);
        const templates = [...slot.querySelectorAll("template")].filter(
          // One that is a slot itself is no variant.
          (template) => !template.hasAttribute(schema.slot),
        );
        const markup = readSlot(slot, fault);
        for (const { name } of markup?.variants ?? []) {
          show(markup!, name, { fault, onConflict: () => undefined })?.revert();
        }
        expect(explain(slot).length > 0).toBe(at.has(slot));
        // A faulty slot's variants are not looked at.
        if (at.has(slot)) expect(at.size).toBe(1);
        else for (const template of templates) expect(explain(template).length > 0).toBe(at.has(template));
      },
    ),
    { numRuns: 200 },
  );
});

test("what is proposed is sound", () => {
  fc.assert(
    fc.property(attributes, (all) => {
      const element = document.createElement("template");
      fill(element, all);
      for (const warning of explain(element)) {
        const [, name, proposal] = /> (data-heim-\w+)=.*did you mean "([^"]*)"\?$/s.exec(warning) ?? [];
        if (!name) continue;
        const repaired = document.createElement("template");
        repaired.setAttribute(name, proposal!);
        expect(explain(repaired)).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});
