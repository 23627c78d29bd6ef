import { products } from "../catalogue/index.js";
import { tourTexts } from "../texts/tour.js";
import type { Context } from "./context.js";
import { cmpField, type Page } from "./layout.js";
import { markup } from "./markup.js";
import { productGrid } from "./parts.js";

/** The search: every product stands in the page, the shop's script hides what does not match. */
export function search(context: Context): Page {
  const { t, link } = context;
  return {
    route: "search",
    title: t.search.title,
    description: t.search.label,
    data: { type: "search" },
    main: markup`<div class="band"><h1>${t.search.title}</h1>
<form class="wide-search" action="${link("search").split("?")[0]}">${cmpField(context)}
<label>${t.search.label}<input type="search" name="q" data-query></label><button class="button" type="submit">${t.search.button}</button></form>
<p data-none role="status" class="empty" hidden>${t.search.none}</p>
${productGrid(context, "search", products)}</div>`,
  };
}

/** The packing list, the aim of the tips slot. */
export function guide({ t, link, language }: Context): Page {
  return {
    route: "guide",
    title: t.guide.title,
    description: t.guide.intro,
    data: { type: "guide" },
    main: markup`<article class="narrow"><h1>${t.guide.title}</h1><p class="lead">${t.guide.intro}</p>
${t.guide.lists.map(({ title, items }) => markup`<section class="sheet"><h2>${title}</h2><ul class="ticks">${items.map((item) => markup`<li>${item}</li>`)}</ul></section>`)}
<p class="actions"><a class="button quiet" href="${link("tour")}">${tourTexts[language].link}</a></p>
</article>`,
  };
}

/** Who stands behind the shop: nobody. */
export function imprint({ t }: Context): Page {
  return {
    route: "imprint",
    title: t.imprint.title,
    description: t.footer.invented,
    data: { type: "imprint" },
    main: markup`<article class="narrow"><h1>${t.imprint.title}</h1>${t.imprint.paragraphs.map((text) => markup`<p>${text}</p>`)}</article>`,
  };
}

/** The answer to an address that leads nowhere. */
export function notFound({ t, link }: Context): Page {
  return {
    route: "not-found",
    title: t.missing.title,
    description: t.missing.text,
    data: { type: "not-found" },
    main: markup`<div class="narrow centre"><img src="/assets/img/tile-travel.svg" width="480" height="320" alt=""><h1>${t.missing.title}</h1><p>${t.missing.text}</p>
<p class="actions"><a class="button" href="${link("home")}">${t.nav.home}</a></p></div>`,
  };
}
