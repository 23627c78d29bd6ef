import { categoryOf, departmentOf, type Language, type Product } from "../catalogue/index.js";
import { pathOf, type Route } from "./routes.js";

/** Where the invented shop pretends to live: absolute addresses in canonical links and JSON-LD need an origin. */
export const origin = "https://almweg.example";

/** A JSON-LD object. */
export type Thing = Readonly<Record<string, unknown>>;

/** One step of the way from the home page to this one. */
export interface Crumb {
  readonly label: string;
  readonly route: Route;
}

/** The file name of a product's picture. */
export function pictureOf(product: Product): string {
  return `img/${product.id}.svg`;
}

/** A product with its offer, brand and rating, as https://developers.google.com/search/docs/appearance/structured-data/product-snippet asks. */
export function productThing(product: Product, language: Language): Thing {
  const url = origin + pathOf(language, `product:${product.id}`);
  return {
    "@context": "https://schema.org",
    "@type": "Product",
    name: `${product.brand} ${product.name}`,
    sku: product.id,
    url,
    image: [`${origin}/assets/${pictureOf(product)}`],
    description: product.blurb[language],
    material: product.material[language],
    brand: { "@type": "Brand", name: product.brand },
    aggregateRating: {
      "@type": "AggregateRating",
      ratingValue: product.rating,
      reviewCount: product.reviews,
    },
    offers: {
      "@type": "Offer",
      url,
      price: product.price.toFixed(2),
      priceCurrency: "EUR",
      availability: "https://schema.org/InStock",
      itemCondition: "https://schema.org/NewCondition",
    },
  };
}

/** The way to a page. */
export function breadcrumbThing(crumbs: readonly Crumb[], language: Language): Thing {
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: crumbs.map(({ label, route }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: label,
      item: origin + pathOf(language, route),
    })),
  };
}

/** The products of a listing. */
export function listThing(name: string, list: readonly Product[], language: Language): Thing {
  return {
    "@context": "https://schema.org",
    "@type": "ItemList",
    name,
    numberOfItems: list.length,
    itemListElement: list.map((product, index) => ({
      "@type": "ListItem",
      position: index + 1,
      url: origin + pathOf(language, `product:${product.id}`),
      name: `${product.brand} ${product.name}`,
    })),
  };
}

/** A GA4 item. Its categories are the topic ids, which are the same in both languages. */
export interface Item {
  readonly item_id: string;
  readonly item_name: string;
  readonly item_brand: string;
  readonly item_category: string;
  readonly item_category2: string;
  readonly price: number;
}

/** A product as the dataLayer names it. */
export function itemOf(product: Product): Item {
  const category = categoryOf(product.category);
  return {
    item_id: product.id,
    item_name: `${product.brand} ${product.name}`,
    item_brand: product.brand,
    item_category: departmentOf(category.parent).id,
    item_category2: category.id,
    price: product.price,
  };
}
