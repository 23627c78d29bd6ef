import { products } from "../catalogue/index.js";
import type { Context } from "./context.js";
import { cmpField, type Page } from "./layout.js";
import { markup, type Markup } from "./markup.js";
import { itemOf, pictureOf } from "./structured-data.js";

/** The cart. Its lines are filled in by the shop's script, because the cart is kept in the browser. */
export function cart(context: Context): Page {
  const { t, link } = context;
  return {
    route: "cart",
    title: t.cart.title,
    description: t.cart.title,
    data: { type: "cart", ...shelf(context) },
    main: markup`<div class="narrow"><h1>${t.cart.title}</h1>
<div data-cart-empty class="empty"><p>${t.cart.empty}</p><a class="button quiet" href="${link("department:hiking")}">${t.cart.emptyAction}</a></div>
<div data-cart-full hidden>
${lines(context)}${totals(context)}
<p class="actions"><a class="button" href="${link("checkout")}">${t.cart.toCheckout}</a></p>
</div></div>`,
  };
}

/** The checkout. Its fields have no names, so nothing that is typed can be sent. */
export function checkout(context: Context): Page {
  const { t, link } = context;
  const completion = ["name", "street-address", "postal-code"];
  return {
    route: "checkout",
    title: t.cart.checkoutTitle,
    description: t.cart.checkoutTitle,
    data: { type: "checkout", ...shelf(context) },
    main: markup`<div class="narrow"><h1>${t.cart.checkoutTitle}</h1>
<form class="checkout" data-heim-goal="checkout" data-order action="${link("thanks").split("?")[0]}">${cmpField(context)}
<fieldset><legend>${t.cart.address}</legend>
${t.cart.fields.map((label, index) => markup`<label>${label}<input type="text" autocomplete="${completion[index]}"></label>`)}
</fieldset>
<fieldset><legend>${t.cart.payment}</legend><label class="radio"><input type="radio" checked> ${t.cart.payLater}</label></fieldset>
<section><h2>${t.cart.summary}</h2>${lines(context)}${totals(context)}</section>
<p class="note">${t.cart.nothingSent}</p>
<p class="actions"><button class="button" type="submit">${t.cart.order}</button></p>
</form></div>`,
  };
}

/** The page after an order, which announces the purchase. */
export function thanks(context: Context): Page {
  const { t, link } = context;
  return {
    route: "thanks",
    title: t.cart.thanksTitle,
    description: t.cart.thanksTitle,
    data: { type: "thanks", ...shelf(context) },
    main: markup`<div class="narrow centre"><img src="/assets/img/tile-hiking.svg" width="480" height="320" alt="">
<h1>${t.cart.thanksTitle}</h1><p>${t.cart.thanksText}</p>
<p class="actions"><a class="button" href="${link("home")}">${t.cart.thanksAction}</a></p></div>`,
  };
}

function lines({ t }: Context): Markup {
  return markup`<ul class="lines" data-cart-lines></ul>
<template data-cart-line><li><img width="96" height="96" alt="" data-picture><div><a data-name></a><small data-detail></small></div>
<label><span class="unseen">${t.cart.quantity}</span><input type="number" min="1" max="9" data-quantity></label>
<strong data-price></strong><button type="button" class="as-link" data-remove>${t.cart.remove}</button></li></template>`;
}

function totals({ t }: Context): Markup {
  return markup`<dl class="totals"><dt>${t.cart.shipping}</dt><dd data-shipping data-free="${t.cart.free}"></dd>
<dt>${t.cart.total}</dt><dd data-total></dd></dl>`;
}

/** What the script needs to draw any cart: the cart itself knows only ids, sizes and numbers. */
function shelf({ language, link }: Context): { shelf: Record<string, unknown> } {
  const entries = products.map((product) => [
    product.id,
    {
      item: itemOf(product),
      kind: product.kind[language],
      href: link(`product:${product.id}`),
      picture: `/assets/${pictureOf(product)}`,
    },
  ]);
  return { shelf: Object.fromEntries(entries) as Record<string, unknown> };
}
