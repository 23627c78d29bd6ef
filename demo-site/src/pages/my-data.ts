import type { Context } from "./context.js";
import type { Page } from "./layout.js";
import { markup, type Markup } from "./markup.js";

/** "What this shop knows about me": filled from the device by the shop's script, through the SDK's public client. */
export function myData(context: Context): Page {
  const { t } = context;
  const my = t.myData;
  return {
    route: "my-data",
    title: my.title,
    description: my.intro,
    data: { type: "my-data" },
    main: markup`<div class="narrow my-data" data-my-data data-resting="${my.resting}" data-muted="${my.muted}">
<h1>${my.title}</h1><p class="lead">${my.intro}</p>
<p class="empty" data-nothing role="status" data-erased="${my.erased}">${my.nothing}</p>
${interests(context)}
${choice(context)}
<section class="sheet" data-erase-section hidden><h2>${my.erase}</h2><p>${my.eraseText}</p>
<button type="button" class="button danger" data-erase>${my.erase}</button></section>
<ul class="ticks">${my.facts.map((fact) => markup`<li>${fact}</li>`)}</ul>
</div>`,
  };
}

function interests({ t }: Context): Markup {
  const my = t.myData;
  return markup`<section class="sheet" data-something hidden><h2>${my.topics}</h2>
<table><thead><tr><th scope="col">${my.topic}</th><th scope="col">${my.strength}</th><th scope="col">${my.evidence}</th></tr></thead>
<tbody data-rows></tbody></table>
<template data-row><tr><th scope="row" data-label></th><td><meter min="0" max="1" data-strength></meter></td><td data-evidence></td></tr></template>
<details><summary>${my.raw}</summary><pre data-raw tabindex="0"></pre><button type="button" class="button quiet" data-download>${my.download}</button></details>
</section>`;
}

function choice({ t }: Context): Markup {
  const my = t.myData;
  const cell = (purpose: string): Markup =>
    markup`<dd data-purpose="${purpose}" data-granted="${my.states.granted}" data-denied="${my.states.denied}">${my.states.unknown}</dd>`;
  return markup`<section class="sheet"><h2>${my.choice}</h2><dl>
<dt>${my.personalization}</dt>${cell("personalization")}
<dt>${my.statistics}</dt>${cell("statistics")}</dl>
<p class="actions"><button type="button" class="button quiet" data-open-consent>${my.change}</button>
<button type="button" class="button quiet" data-withdraw>${my.withdraw}</button></p></section>`;
}
