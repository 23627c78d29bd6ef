import { camping } from "./camping.js";
import { categories, departments } from "./categories.js";
import { hikingBoots } from "./hiking-boots.js";
import { hikingClothing } from "./hiking-clothing.js";
import { mountainSports } from "./mountain-sports.js";
import { travel } from "./travel.js";
import type { Category, CategoryId, Department, DepartmentId, Product } from "./types.js";

export { categories, departments };
export type * from "./types.js";

/** Every product of the shop, category by category. */
export const products: readonly Product[] = [
  ...hikingBoots,
  ...hikingClothing,
  ...camping,
  ...mountainSports,
  ...travel,
];

/** The products of one category or of one department. */
export function productsOf(id: CategoryId | DepartmentId): readonly Product[] {
  return products.filter(({ category }) => category === id || categoryOf(category).parent === id);
}

/** The category with this id. */
export function categoryOf(id: CategoryId): Category {
  return found(categories, id);
}

/** The department with this id. */
export function departmentOf(id: DepartmentId): Department {
  return found(departments, id);
}

/** The product with this id; throws where there is none, so that a wrong id in a page fails the build. */
export function productOf(id: string): Product {
  return found(products, id);
}

function found<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const item = list.find((candidate) => candidate.id === id);
  if (!item) throw new Error(`the catalogue has no "${id}"`);
  return item;
}
