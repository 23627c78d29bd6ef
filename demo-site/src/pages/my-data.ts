import type { Context } from "./context.js";
import type { Page } from "./layout.js";
import { markup, type Markup } from "./markup.js";

/** "What this shop knows about me": the SDK's own element, and the choice that the shop's banner keeps. */
export function myData(context: Context): Page {
  const { t } = context;
  const my = t.myData;
  return {
    route: "my-data",
    title: my.title,
    description: my.intro,
    data: { type: "my-data" },
    main: markup`<div class="narrow my-data" data-my-data>
<h1>${my.title}</h1><p class="lead">${my.intro}</p>
<div class="sheet"><heim-preferences></heim-preferences></div>
<div class="sheet"><heim-recap shop="Almweg"></heim-recap></div>
${choice(context)}
<ul class="ticks">${my.facts.map((fact) => markup`<li>${fact}</li>`)}</ul>
</div>`,
  };
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
