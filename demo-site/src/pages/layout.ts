import { departments, type Language } from "../catalogue/index.js";
import { cmps, defaultCmp } from "../cmps.js";
import { cmpElement } from "./cmp-element.js";
import type { Context } from "./context.js";
import { footer } from "./footer.js";
import { dataBlock, inlineScript, markup, type Markup } from "./markup.js";
import { pathOf, type Route } from "./routes.js";
import { origin, type Thing } from "./structured-data.js";

/** What a page hands to the frame around it. */
export interface Page {
  readonly route: Route;
  readonly title: string;
  readonly description: string;
  readonly main: Markup;
  /** Topic ids of what the page is about. */
  readonly topics?: readonly string[];
  readonly things?: readonly Thing[];
  /** What the shop's own script needs to know, readable there as `#shop-data`. */
  readonly data?: Readonly<Record<string, unknown>>;
}

const languages: readonly Language[] = ["en", "de"];

/** The whole document of a page. */
export function layout(context: Context, page: Page): string {
  const { language } = context;
  const topics = page.topics ? markup` data-heim-topics="${page.topics.join(" ")}"` : markup``;
  return markup`<!doctype html>
<html lang="${language}">
<head>
${head(context, page)}
</head>
<body>
<a class="skip" href="#content">${context.t.skip}</a>
${header(context, page)}
<main id="content"${topics}>
${page.main}
</main>
${footer(context)}
${(page.things ?? []).map((thing) => dataBlock("application/ld+json", thing))}
${dataBlock("application/json", { language, ...page.data }, "shop-data")}
${cmpElement(context)}</body>
</html>
`.toString();
}

function head(context: Context, page: Page): Markup {
  const { language, sdk, asset } = context;
  return markup`<meta charset="utf-8">
${sdk.boot === undefined ? "" : inlineScript(sdk.boot)}
<title>${page.title} · Almweg</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${page.description}">
<link rel="stylesheet" href="${asset("shop.css")}">
${heimspiel(context)}
<link rel="canonical" href="${origin}${pathOf(language, page.route)}">
${languages.map((other) => markup`<link rel="alternate" hreflang="${other}" href="${origin}${pathOf(other, page.route)}">\n`)}
<link rel="icon" href="/assets/img/mark.svg" type="image/svg+xml">
<meta name="theme-color" content="#22382f">
<meta property="og:title" content="${page.title}">
<meta property="og:type" content="${page.route.startsWith("product:") ? "product" : "website"}">
<script src="${asset("shop.js")}" defer></script>
${banner(context)}`;
}

function heimspiel({ sdk }: Context): Markup {
  const integrity = sdk.integrity === undefined ? markup`` : markup` integrity="${sdk.integrity}"`;
  return markup`<script src="/heimspiel.js"${integrity} crossorigin data-site="outdoor" data-collector="/heim" data-manifest="/heimspiel.json" async></script>`;
}

function banner({ asset, cmp, language }: Context): Markup {
  const { styles, scripts } = cmps[cmp];
  return markup`${styles.map((file) => markup`<link rel="stylesheet" href="${asset(file)}">\n`)}
${scripts.map((file) => markup`<script src="${asset(file.replace("{language}", language))}" defer></script>\n`)}`;
}

function header(context: Context, page: Page): Markup {
  const { t, link, language } = context;
  const other = language === "en" ? "de" : "en";
  return markup`<header class="top">
<ul class="promises">${t.promise.map((text) => markup`<li>${text}</li>`)}</ul>
<div class="bar">
<a class="brand" href="${link("home")}"><img src="/assets/img/mark.svg" width="36" height="36" alt=""><span>Almweg</span></a>
<nav class="departments" aria-label="${t.menu}">
${departments.map(({ id, label }) => markup`<a href="${link(`department:${id}`)}">${label[language]}</a>`)}
</nav>
<form class="search" role="search" action="${link("search").split("?")[0]}">
${cmpField(context)}<label><span class="unseen">${t.search.label}</span><input type="search" name="q" placeholder="${t.nav.search}"></label>
<button type="submit" aria-label="${t.search.button}"><img src="/assets/img/glass.svg" width="18" height="18" alt=""></button>
</form>
<a class="to-language" href="${link(page.route, other)}" hreflang="${other}" lang="${other}">${t.otherLanguage}</a>
<a class="to-cart" href="${link("cart")}"><img src="/assets/img/basket.svg" width="22" height="22" alt="${t.nav.cart}"><span aria-hidden="true">${t.nav.cart}</span><b data-cart-count hidden></b></a>
</div>
</header>`;
}

/** Keeps the mode over a form, whose fields replace the query of its address. */
export function cmpField({ cmp }: Context): Markup {
  return cmp === defaultCmp ? markup`` : markup`<input type="hidden" name="cmp" value="${cmp}">`;
}
