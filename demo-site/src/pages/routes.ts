import { categories, categoryOf, departments, departmentOf, products } from "../catalogue/index.js";
import type { CategoryId, DepartmentId, Language, Localized } from "../catalogue/index.js";

/** The pages that exist once per language. */
export type PageName =
  "home" | "search" | "cart" | "checkout" | "thanks" | "my-data" | "guide" | "tour" | "imprint" | "not-found";

/** Names a page of the shop independently of its language. */
export type Route = PageName | `department:${DepartmentId}` | `category:${CategoryId}` | `product:${string}`;

const slugs: Readonly<Record<PageName, Localized>> = {
  home: { en: "", de: "" },
  search: { en: "search/", de: "suche/" },
  cart: { en: "cart/", de: "warenkorb/" },
  checkout: { en: "checkout/", de: "kasse/" },
  thanks: { en: "thank-you/", de: "danke/" },
  "my-data": { en: "my-data/", de: "meine-daten/" },
  guide: { en: "packing-list/", de: "packliste/" },
  tour: { en: "your-tour/", de: "ihre-tour/" },
  imprint: { en: "imprint/", de: "impressum/" },
  "not-found": { en: "not-found/", de: "nicht-gefunden/" },
};

/** Every page of the shop. */
export const routes: readonly Route[] = [
  ...(Object.keys(slugs) as PageName[]),
  ...departments.map(({ id }): Route => `department:${id}`),
  ...categories.map(({ id }): Route => `category:${id}`),
  ...products.map(({ id }): Route => `product:${id}`),
];

/** The address path of a page, with a slash at both ends. */
export function pathOf(language: Language, route: Route): string {
  return `/${language}/${localPath(language, route)}`;
}

function localPath(language: Language, route: Route): string {
  const [kind, id = ""] = route.split(":");
  if (kind === "product") return `p/${id}/`;
  if (kind === "department") return `${departmentOf(id as DepartmentId).slug[language]}/`;
  if (kind !== "category") return slugs[route as PageName][language];
  const category = categoryOf(id as CategoryId);
  return `${departmentOf(category.parent).slug[language]}/${category.slug[language]}/`;
}
