import { expect, test } from "vitest";
import { categories, departments } from "./catalogue/index.js";
import { createManifest } from "./manifest.js";
import { createContext, render } from "./pages/index.js";
import { heroSlot } from "./slots.js";

const manifest = createManifest();
const topic = (id: string): (typeof manifest.topics)[number] | undefined =>
  manifest.topics.find((each) => each.id === id);

test("the topics cover every department and category, labelled in both languages", () => {
  for (const { id, label } of departments) expect(topic(id)).toMatchObject({ label });
  for (const { id, label, parent } of categories)
    expect(topic(id)).toMatchObject({ label, parents: [parent] });
  expect(manifest.topics).toHaveLength(12);
});

test("aliases are the slugs that structured data may yield, and name one topic only", () => {
  expect(topic("sleeping-bags")?.aliases).toEqual(
    expect.arrayContaining([
      "schlafsaecke-matten",
      "schlafsacke-matten",
      "sleeping-bags-mats",
      "sleeping-bags-and-mats",
    ]),
  );
  expect(topic("hiking-boots")?.aliases).toContain("wanderschuhe");
  const names = manifest.topics.flatMap(({ id, aliases }) => [id, ...aliases]);
  expect(new Set(names).size).toBe(names.length);
});

test("complements name topics that exist and lead from boots to travel", () => {
  for (const [from, to] of Object.entries(manifest.complements)) {
    expect(topic(from)).toBeDefined();
    for (const [id, weight] of Object.entries(to)) {
      expect(topic(id)).toBeDefined();
      expect(weight).toBeGreaterThan(0);
      expect(weight).toBeLessThanOrEqual(1);
    }
  }
  expect(manifest.complements["hiking-boots"]).toHaveProperty("travel-gear");
});

test("the manifest says of each slot what the home page says", () => {
  const html = render(createContext("en", "vanilla-cookieconsent"), "home");
  for (const [name, slot] of Object.entries(manifest.slots)) {
    expect(html).toContain(`data-heim-slot="${name}"`);
    for (const variant of (slot as { variants: string[] }).variants)
      expect(html).toContain(`data-heim-variant="${variant}"`);
  }
});

test("conditions name topics that exist", () => {
  const conditions = [...Object.values(heroSlot.when), ...Object.values(manifest.personas)];
  const names = conditions.flatMap((text) =>
    [...text.matchAll(/(?:interest|bought|need)\.([a-z-]+)/g)].map(([, id]) => id!),
  );
  expect(names.length).toBeGreaterThan(3);
  for (const name of names) expect(topic(name), name).toBeDefined();
});
