import { categoryOf, departmentOf, type Product } from "../catalogue/index.js";
import type { Context } from "./context.js";
import { markup, type Markup } from "./markup.js";
import { itemOf, pictureOf, type Crumb } from "./structured-data.js";

/** The product tiles of a listing; `list` is the listing's name in the dataLayer. */
export function productGrid(context: Context, list: string, products: readonly Product[]): Markup {
  return markup`<ul class="grid" data-list="${list}" data-items="${JSON.stringify(products.map(itemOf))}">${products.map((product) => card(context, product))}</ul>`;
}

function card({ language, link, money, t }: Context, product: Product): Markup {
  const category = categoryOf(product.category).label[language];
  const words = `${product.brand} ${product.name} ${product.kind[language]} ${category}`.toLowerCase();
  return markup`<li data-product="${product.id}" data-words="${words}"><a class="card" href="${link(`product:${product.id}`)}">
<span class="picture"><img src="/assets/${pictureOf(product)}" width="480" height="480" alt="" loading="lazy"></span>
<span class="maker">${product.brand}</span>
<span class="name">${product.name}</span>
<span class="kind">${product.kind[language]}</span>
<span class="line"><strong>${money(product.price)}</strong>
<span class="rating" aria-label="${stars(product, language)} ${t.product.ratingOf}">★ ${stars(product, language)} <span>(${product.reviews})</span></span></span>
</a></li>\n`;
}

/** The rating as this language writes it. */
export function stars({ rating }: Product, language: string): string {
  return rating.toLocaleString(language, { minimumFractionDigits: 1 });
}

/** The way to this page, its last step without a link. */
export function breadcrumbs({ link }: Context, crumbs: readonly Crumb[]): Markup {
  const last = crumbs.length - 1;
  return markup`<nav class="crumbs" aria-label="Breadcrumb"><ol>${crumbs.map(({ label, route }, index) =>
    index === last
      ? markup`<li aria-current="page">${label}</li>`
      : markup`<li><a href="${link(route)}">${label}</a></li>`,
  )}</ol></nav>`;
}

/** The steps down to a product's category. */
export function crumbsTo({ language, t }: Context, product: Pick<Product, "category">): Crumb[] {
  const category = categoryOf(product.category);
  return [
    { label: t.nav.home, route: "home" },
    { label: departmentOf(category.parent).label[language], route: `department:${category.parent}` },
    { label: category.label[language], route: `category:${category.id}` },
  ];
}
