import { expect, test } from "vitest";
import { categories, departments, products } from "../catalogue/index.js";
import { createContext, render } from "./index.js";
import { dataBlock } from "./markup.js";
import { itemOf } from "./structured-data.js";

type Thing = Record<string, unknown>;

function things(html: string): Thing[] {
  const blocks = html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g);
  return [...blocks].map(([, json]) => JSON.parse(json!) as Thing);
}

function thing(html: string, type: string): Thing {
  const found = things(html).find((candidate) => candidate["@type"] === type);
  expect(found, type).toBeDefined();
  return found!;
}

const cases = (["en", "de"] as const).flatMap((language) =>
  products.map((product) => ({ language, product })),
);

test.each(cases)("$language $product.id has what Google asks of a product", ({ language, product }) => {
  const html = render(createContext(language, "vanilla-cookieconsent"), `product:${product.id}`);
  const data = thing(html, "Product");
  expect(data).toMatchObject({
    name: `${product.brand} ${product.name}`,
    sku: product.id,
    brand: { "@type": "Brand", name: product.brand },
    offers: { "@type": "Offer", priceCurrency: "EUR", availability: "https://schema.org/InStock" },
    aggregateRating: { ratingValue: product.rating, reviewCount: product.reviews },
  });
  expect((data["offers"] as Thing)["price"]).toMatch(/^\d+\.\d\d$/);
  expect(data["image"]).toEqual([`https://almweg.example/assets/img/${product.id}.svg`]);
});

test.each(cases)(
  "$language $product.id has breadcrumbs with its category and department",
  ({ language, product }) => {
    const crumbs = thing(
      render(createContext(language, "vanilla-cookieconsent"), `product:${product.id}`),
      "BreadcrumbList",
    );
    const steps = crumbs["itemListElement"] as Thing[];
    expect(steps.map((step) => step["position"])).toEqual([1, 2, 3, 4]);
    const category = categories.find(({ id }) => id === product.category)!;
    const department = departments.find(({ id }) => id === category.parent)!;
    expect(steps.slice(1, 3).map((step) => step["name"])).toEqual([
      department.label[language],
      category.label[language],
    ]);
    for (const step of steps)
      expect(step["item"]).toMatch(new RegExp(`^https://almweg\\.example/${language}/`));
  },
);

test.each(categories)("$id lists its five products", ({ id, label }) => {
  const list = thing(render(createContext("de", "manual"), `category:${id}`), "ItemList");
  expect(list).toMatchObject({ name: label.de, numberOfItems: 5 });
  const entries = list["itemListElement"] as Thing[];
  expect(entries.map((entry) => entry["position"])).toEqual([1, 2, 3, 4, 5]);
  expect(entries.every((entry) => String(entry["url"]).startsWith("https://almweg.example/de/p/"))).toBe(
    true,
  );
});

test("a text that could end a data block is escaped, and comes back whole", () => {
  const text = "</script><!-- <b>";
  const block = dataBlock("application/json", { text }, "id").toString();
  expect(block.match(/<\/script>/g)).toHaveLength(1);
  expect(block).not.toContain("<!--");
  expect(JSON.parse(/>(.*)<\/script>$/.exec(block)![1]!)).toEqual({ text });
});

test("a dataLayer item has the topic ids as categories", () => {
  expect(itemOf(products[0]!)).toEqual({
    item_id: "passo-mid",
    item_name: "Gratwind Passo Mid",
    item_brand: "Gratwind",
    item_category: "hiking",
    item_category2: "hiking-boots",
    price: 189.95,
  });
});
