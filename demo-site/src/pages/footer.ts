import { departments } from "../catalogue/index.js";
import { tourTexts } from "../texts/tour.js";
import type { Context } from "./context.js";
import { markup, type Markup } from "./markup.js";

/** The foot of every page, with the way back to the privacy choice. */
export function footer({ t, link, language }: Context): Markup {
  return markup`<footer class="foot">
<div class="columns">
<div><p class="brand-line">Almweg</p><p>${t.claim}</p></div>
<nav aria-label="${t.footer.shop}"><h2>${t.footer.shop}</h2><ul>
${departments.map(({ id, label }) => markup`<li><a href="${link(`department:${id}`)}">${label[language]}</a></li>`)}
</ul></nav>
<nav aria-label="${t.footer.service}"><h2>${t.footer.service}</h2><ul>
<li><a href="${link("guide")}">${t.guide.title}</a></li>
<li><a href="${link("tour")}">${tourTexts[language].title}</a></li>
<li><a href="${link("search")}">${t.search.title}</a></li>
<li><a href="${link("cart")}">${t.nav.cart}</a></li>
<li><a href="${link("imprint")}">${t.imprint.title}</a></li>
</ul></nav>
<nav aria-label="${t.footer.privacy}"><h2>${t.footer.privacy}</h2><ul>
<li><a href="${link("my-data")}" data-privacy-link>${t.nav.myData}</a></li>
<li><button type="button" class="as-link" data-open-consent>${t.footer.consent}</button></li>
</ul></nav>
</div>
<p class="fine">${t.footer.invented}</p>
</footer>`;
}
