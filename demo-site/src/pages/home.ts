import { categories, departments, productOf, type Department } from "../catalogue/index.js";
import { heroSlot, tipsSlot } from "../slots.js";
import type { HeroText, TipTexts } from "../texts/index.js";
import type { Context } from "./context.js";
import type { Page } from "./layout.js";
import { markup, type Markup } from "./markup.js";
import { productGrid } from "./parts.js";
import type { Route } from "./routes.js";
import { listThing, origin } from "./structured-data.js";

const favourites = [
  "passo-mid",
  "anden-duffel",
  "murmel-2",
  "regenfest-jacket",
  "kamm-28",
  "flitz-2",
  "siebenschlaefer",
  "seil-60",
].map(productOf);

/** The home page with its two slots. */
export function home(context: Context): Page {
  const { t, language } = context;
  return {
    route: "home",
    title: t.home.title,
    description: t.home.description,
    things: [
      { "@context": "https://schema.org", "@type": "WebSite", name: "Almweg", url: `${origin}/${language}/` },
      listThing(t.home.favourites, favourites, language),
    ],
    data: { type: "home" },
    main: markup`<h1 class="claim">${t.claim}</h1>
${hero(context)}
<section class="band"><h2>${t.home.departments}</h2>
<ul class="tiles" data-heim-rank="interest">${departments.map((department) => tile(context, department))}</ul></section>
${tips(context)}
<section class="band"><h2>${t.home.favourites}</h2>${productGrid(context, "favourites", favourites)}</section>
<section class="promise"><img src="/assets/img/device.svg" width="220" height="220" alt="" loading="lazy"><div><h2>${t.home.privacyTitle}</h2><p>${t.home.privacyText}</p>
<a class="button quiet" href="${context.link("my-data")}">${t.nav.myData}</a></div></section>`,
  };
}

function hero(context: Context): Markup {
  const { t } = context;
  return markup`<div class="slot-frame">
<section class="hero" data-heim-slot="${heroSlot.name}" data-heim-goal="${heroSlot.goal}" data-heim-holdout="${heroSlot.holdout}">
${heroContent(context, { picture: "standard", text: t.hero.standard, route: "department:hiking" })}
<template data-heim-variant="peru" data-heim-when="${heroSlot.when.peru}">
${heroContent(context, { picture: "peru", text: t.hero.peru, route: "category:travel-gear" })}
</template>
<template data-heim-variant="hiking" data-heim-when="${heroSlot.when.hiking}" data-heim-topics="hiking-boots">
${heroContent(context, { picture: "hiking", text: t.hero.hiking, route: "category:hiking-boots" })}
</template>
</section>
</div>`;
}

function heroContent(
  { link }: Context,
  { picture, text, route }: { picture: string; text: HeroText; route: Route },
): Markup {
  return markup`<img class="hero-picture" src="/assets/img/hero-${picture}.svg" width="1600" height="700" alt="">
<div class="hero-text"><p class="eyebrow">${text.eyebrow}</p><h2>${text.title}</h2><p>${text.text}</p>
<a class="button" href="${link(route)}">${text.action}</a></div>`;
}

function tips(context: Context): Markup {
  const { t } = context;
  return markup`<div class="slot-frame">
<section class="tips" data-heim-slot="${tipsSlot.name}" data-heim-choose="test" data-heim-goal="${tipsSlot.goal}">
${tipContent(context, t.tips.standard)}
<template data-heim-variant="checklist">${tipContent(context, t.tips.checklist)}</template>
<template data-heim-variant="question">${tipContent(context, t.tips.question)}</template>
</section>
</div>`;
}

function tipContent({ link }: Context, text: TipTexts): Markup {
  return markup`<img src="/assets/img/list.svg" width="96" height="96" alt="">
<div><h2>${text.title}</h2><p>${text.text}</p></div>
<a class="button quiet" data-heim-goal="${tipsSlot.goal}" href="${link("guide")}">${text.action}</a>`;
}

function tile({ language, link }: Context, { id, label, blurb }: Department): Markup {
  const names = categories.filter(({ parent }) => parent === id).map((category) => category.label[language]);
  return markup`<li data-heim-topics="${id}"><a class="tile" href="${link(`department:${id}`)}"><img src="/assets/img/tile-${id}.svg" width="480" height="320" alt="">
<span class="tile-text"><strong>${label[language]}</strong><span>${blurb[language]}</span><small>${names.join(" · ")}</small></span></a></li>`;
}
