import { categoryOf, departments, productsOf, type CategoryId, type Product } from "../catalogue/index.js";
import { complements } from "../complements.js";
import type { Context } from "./context.js";
import { cmpField, type Page } from "./layout.js";
import { markup, type Markup } from "./markup.js";
import { breadcrumbs, crumbsTo, productGrid, stars } from "./parts.js";
import { breadcrumbThing, itemOf, pictureOf, productThing, type Crumb } from "./structured-data.js";

/** One product with everything one needs to decide. */
export function productPage(context: Context, product: Product): Page {
  const { language, t } = context;
  const title = `${product.brand} ${product.name}`;
  const crumbs: Crumb[] = [...crumbsTo(context, product), { label: title, route: `product:${product.id}` }];
  return {
    route: `product:${product.id}`,
    title: `${title}, ${product.kind[language]}`,
    description: product.blurb[language],
    topics: [product.category],
    things: [productThing(product, language), breadcrumbThing(crumbs, language)],
    data: { type: "product", item: itemOf(product) },
    main: markup`${breadcrumbs(context, crumbs)}
<article class="product">
<div class="picture large"><img src="/assets/${pictureOf(product)}" width="480" height="480" alt="${title}"></div>
<div class="buy"><p class="maker">${product.brand}</p><h1>${product.name}</h1><p class="kind">${product.kind[language]}</p>
<p class="rating">★ ${stars(product, language)} <span>${t.product.ratingOf}, ${product.reviews} ${t.product.reviews}</span></p>
<p class="blurb">${product.blurb[language]}</p>
<p class="price"><strong>${context.money(product.price)}</strong> <small>${t.product.vat}</small></p>
${buyForm(context, product)}
<ul class="ticks"><li>${t.product.inStock}</li>${t.promise.map((text) => markup`<li>${text}</li>`)}<li>${t.product.samePrice}</li></ul>
${details(context, product)}</div>
</article>
<section class="band"><h2>${t.product.related}</h2>${productGrid(context, "related", related(product))}</section>`,
  };
}

function buyForm(context: Context, product: Product): Markup {
  const { t, link } = context;
  const { sizes } = categoryOf(product.category);
  const select = markup`<label class="size">${t.product.size}<select data-size>${sizes.map((size) => markup`<option>${size}</option>`)}</select></label>`;
  const sized = product.shape !== "backpack" && product.shape !== "bottle" && product.shape !== "socks";
  return markup`<form class="add" data-add action="${link("cart").split("?")[0]}">${cmpField(context)}
${sizes.length > 0 && sized ? select : ""}
<button class="button" type="submit">${t.product.add}</button>
<p class="added" role="status" data-added hidden>${t.product.added}. <a href="${link("cart")}">${t.cart.title}</a></p>
</form>`;
}

function details({ t, language }: Context, product: Product): Markup {
  return markup`<section class="details"><h2>${t.product.details}</h2><dl>
<dt>${t.product.brand}</dt><dd>${product.brand}</dd>
<dt>${t.product.material}</dt><dd>${product.material[language]}</dd>
<dt>${t.product.weight}</dt><dd>${product.weight.toLocaleString(language)} g</dd>
</dl></section>`;
}

/** Four products that complete this one: complements first, then neighbours. */
function related(product: Product): readonly Product[] {
  const ids = Object.keys(complements[product.category] ?? {}) as CategoryId[];
  const parents = new Set<string>(departments.map(({ id }) => id));
  const candidates = ids.filter((id) => !parents.has(id)).flatMap((id) => productsOf(id).slice(0, 2));
  return [...candidates, ...productsOf(product.category)].filter(({ id }) => id !== product.id).slice(0, 4);
}
