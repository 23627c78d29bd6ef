import {
  categories,
  categoryOf,
  departmentOf,
  productsOf,
  type CategoryId,
  type DepartmentId,
  type Product,
} from "../catalogue/index.js";
import type { Context } from "./context.js";
import type { Page } from "./layout.js";
import { markup, type Markup } from "./markup.js";
import { breadcrumbs, crumbsTo, productGrid } from "./parts.js";
import type { Route } from "./routes.js";
import { breadcrumbThing, listThing, type Crumb } from "./structured-data.js";

interface Listing {
  readonly id: CategoryId | DepartmentId;
  readonly route: Route;
  readonly label: string;
  readonly blurb: string;
  readonly picture: DepartmentId;
  readonly crumbs: readonly Crumb[];
  readonly products: readonly Product[];
}

/** A department: its categories and all their products. */
export function departmentPage(context: Context, id: DepartmentId): Page {
  const { language, t } = context;
  const { label, blurb } = departmentOf(id);
  const route: Route = `department:${id}`;
  const crumbs: Crumb[] = [
    { label: t.nav.home, route: "home" },
    { label: label[language], route },
  ];
  const products = productsOf(id);
  return listing(context, {
    id,
    route,
    label: label[language],
    blurb: blurb[language],
    picture: id,
    crumbs,
    products,
  });
}

/** A category and its products. */
export function categoryPage(context: Context, id: CategoryId): Page {
  const { language } = context;
  const { label, blurb, parent } = categoryOf(id);
  return listing(context, {
    id,
    route: `category:${id}`,
    label: label[language],
    blurb: blurb[language],
    picture: parent,
    crumbs: crumbsTo(context, { category: id }),
    products: productsOf(id),
  });
}

function listing(context: Context, { id, route, label, blurb, picture, crumbs, products }: Listing): Page {
  const { language, t } = context;
  return {
    route,
    title: label,
    description: blurb,
    topics: [id],
    things: [breadcrumbThing(crumbs, language), listThing(label, products, language)],
    data: { type: "list", list: id },
    main: markup`<section class="list-head"><img src="/assets/img/tile-${picture}.svg" width="480" height="320" alt="">
<div>${breadcrumbs(context, crumbs)}<h1>${label}</h1><p>${blurb}</p>${siblings(context, picture, id)}</div></section>
<section class="band"><p class="count">${products.length} ${t.product.products}</p>${productGrid(context, id, products)}</section>`,
  };
}

function siblings({ language, link }: Context, parent: DepartmentId, current: string): Markup {
  const list = categories.filter((category) => category.parent === parent);
  return markup`<p class="chips">${list.map(({ id, label }) => {
    const here = id === current ? markup` aria-current="page"` : markup``;
    return markup`<a href="${link(`category:${id}`)}"${here}>${label[language]}</a> `;
  })}</p>`;
}
