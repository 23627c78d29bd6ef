import { cmps, type CmpParts } from "../cmps.js";
import { consentTexts } from "../texts/consent.js";
import type { Context } from "./context.js";
import { markup, type Markup } from "./markup.js";

const elements: Readonly<Record<NonNullable<CmpParts["element"]>, (context: Context) => Markup>> = {
  "manual-bar": manualBar,
  "own-banner": ownBanner,
  "heim-consent": ({ link }) =>
    markup`<heim-consent controller="Almweg" notice="${link("my-data")}"></heim-consent>`,
};

/** What the page's banner needs in the document. The other banners bring their own. */
export function cmpElement(context: Context): Markup {
  const { element } = cmps[context.cmp];
  return element === undefined ? markup`` : markup`${elements[element](context)}\n`;
}

function manualBar({ t }: Context): Markup {
  return markup`<section class="manual-consent" data-manual-consent aria-label="${t.manual.label}" hidden>
<p>${t.manual.text}</p>
<button type="button" data-choice="granted">${t.manual.accept}</button>
<button type="button" data-choice="denied">${t.manual.reject}</button>
</section>`;
}

/** The small banner of the CMPs that come without one: both answers in one layer, nothing ticked. */
function ownBanner({ language }: Context): Markup {
  const words = consentTexts[language];
  const box = (purpose: "preferences" | "statistics"): Markup =>
    markup`<label><input type="checkbox" data-own-purpose="${purpose}"><span><strong>${words[purpose].title}</strong>${words[purpose].text}</span></label>\n`;
  return markup`<section class="own-banner" data-own-banner aria-labelledby="own-banner-title" tabindex="-1" hidden>
<h2 id="own-banner-title">${words.title}</h2>
<p>${words.text}</p>
<p class="answers"><button type="button" data-own="accept">${words.accept}</button>
<button type="button" data-own="reject">${words.reject}</button></p>
<details><summary data-own="details">${words.choose}</summary>
${box("preferences")}${box("statistics")}<button type="button" data-own="save">${words.save}</button></details>
<button type="button" class="close" data-own="close" aria-label="${words.close}" hidden>×</button>
</section>`;
}
