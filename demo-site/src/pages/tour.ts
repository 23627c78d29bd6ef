import { tourTexts, type TourCard, type TourTexts } from "../texts/tour.js";
import type { Context } from "./context.js";
import type { Page } from "./layout.js";
import { markup, type Markup } from "./markup.js";
import type { Route } from "./routes.js";

/** A quiz, and four slots to which its answers matter: one above it, which has been seen when it is answered, and three below. */
export function tour(context: Context): Page {
  const words = tourTexts[context.language];
  const { advice, gear, tip, more } = words;
  const byStay = ["day", "night", "journey"] as const;
  const stays = byStay.map((stay) => ({ variant: stay, when: `declared.tour = ${stay}` }));
  const rain = [{ variant: "rain", when: "declared.weather ~ rain" }];
  const hikers = [{ variant: "hikers", when: "interest.hiking >= 0.4" }];
  const slot = slotOf(context);
  return {
    route: "tour",
    title: words.title,
    description: words.lead,
    data: { type: "tour" },
    main: markup`<link rel="stylesheet" href="/quiz.css">
<div class="narrow tour"><h1>${words.title}</h1>
<p class="lead">${words.welcome}<span data-heim-text="declared.first-name">${words.stranger}</span>. ${words.lead}</p>
${slot({ name: "tour-advice", texts: advice, variants: stays, route: "guide" })}
${quiz(words)}
${slot({ name: "tour-gear", texts: gear, variants: stays, route: "department:travel" })}
${slot({ name: "tour-tip", texts: tip, variants: rain, route: "guide" })}
${slot({ name: "tour-more", texts: more, variants: hikers, route: "search" })}
</div>`,
  };
}

function quiz(words: TourTexts): Markup {
  const choices = (type: string, name: string, labels: Readonly<Record<string, string>>): Markup[] =>
    Object.entries(labels).map(
      ([value, label]) =>
        markup`<label><input type="${type}" name="${name}" value="${value}"> ${label}</label>`,
    );
  return markup`<form class="sheet" data-heim-quiz="tour" method="dialog">
<fieldset><legend>${words.stay}</legend>${choices("radio", "tour", words.stays)}</fieldset>
<fieldset><legend>${words.weather}</legend>${choices("checkbox", "weather", words.weathers)}</fieldset>
<label>${words.name}<input name="first-name" maxlength="40" autocomplete="given-name"></label>
<heim-exchange></heim-exchange>
<button class="button">${words.send}</button>
<p class="heim-told">${words.told}</p>
</form>`;
}

interface Slot {
  readonly name: string;
  readonly texts: Readonly<Record<string, TourCard>>;
  readonly variants: readonly { variant: string; when: string }[];
  readonly route: Route;
}

const slotOf =
  ({ link, language }: Context) =>
  ({ name, texts, variants, route }: Slot): Markup => {
    const { look } = tourTexts[language];
    const card = (of: string): Markup =>
      markup`<h2>${texts[of]?.title}</h2><p>${texts[of]?.text}</p><a href="${link(route)}">${look}</a>`;
    return markup`<section class="tour-card" data-heim-slot="${name}">
${card("standard")}
${variants.map(({ variant, when }) => markup`<template data-heim-variant="${variant}" data-heim-when="${when}">${card(variant)}</template>\n`)}</section>`;
  };
