import { productOf, type CategoryId, type DepartmentId } from "../catalogue/index.js";
import { cart, checkout, thanks } from "./cart.js";
import { categoryPage, departmentPage } from "./category.js";
import type { Context } from "./context.js";
import { home } from "./home.js";
import { layout, type Page } from "./layout.js";
import { myData } from "./my-data.js";
import { productPage } from "./product.js";
import type { PageName, Route } from "./routes.js";
import { guide, imprint, notFound, search } from "./text-pages.js";
import { tour } from "./tour.js";

export { createContext, type Context, type Sdk } from "./context.js";
export { pathOf, routes, type Route } from "./routes.js";

const single: Readonly<Record<PageName, (context: Context) => Page>> = {
  home,
  search,
  cart,
  checkout,
  thanks,
  "my-data": myData,
  guide,
  tour,
  imprint,
  "not-found": notFound,
};

/** The document of a page, as HTML. */
export function render(context: Context, route: Route): string {
  return layout(context, pageOf(context, route));
}

function pageOf(context: Context, route: Route): Page {
  const [kind, id = ""] = route.split(":");
  if (kind === "product") return productPage(context, productOf(id));
  if (kind === "category") return categoryPage(context, id as CategoryId);
  if (kind === "department") return departmentPage(context, id as DepartmentId);
  return single[route as PageName](context);
}
