// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { build } from "../slots/build.test-helper.js";
import { record, skier, text, useScene } from "./client.test-helper.js";
import { keep } from "./device.test-helper.js";
import { settled } from "./fakes.test-helper.js";

const scene = useScene();

test.each([
  [
    `<section data-heim-slot="hero" data-heim-hydrate><p>Default</p>
      <template data-heim-variant="ski" data-heim-when="declared.sport = ski"><p>Skis</p></template></section>`,
    "Skis",
  ],
  [`<span data-heim-text="declared.sport" data-heim-hydrate>Default</span>`, "ski"],
])("what a framework will bring to life is left alone until refresh names it: %s", async (html, expected) => {
  await keep(scene.device, { consent: record, state: skier });
  const element = build(html);
  const { client } = await scene.start();
  expect(text(element)).toBe("Default");
  expect(element.dataset["heimState"]).toBeUndefined();
  client.refresh(element);
  // What fills texts is loaded when it is first needed.
  await settled();
  expect(text(element)).toBe(expected);
  client.refresh();
  expect(text(element)).toBe(expected);
});
