/** Plain strings, apart from the schema object, so that `boot.js` can share them and stay under its 0.7 KB. */

/** Every slot, by attribute or by the class alias `heim-slot--name`. */
export const slotSelector = "[data-heim-slot],[class*=heim-slot--]";

/** All that is personalized: slots, texts the visitor has declared, lists in the visitor's order. */
export const partSelector: string = `${slotSelector},[data-heim-text],[data-heim-rank]`;

/** An element below (and with) which nothing is read or changed. */
export const ignoreSelector = "[data-heim-ignore]:not([data-heim-ignore=false])";

/** A part that the page's framework has rendered and will bring to life: not touched before `refresh` is called with it. */
export const hydrateSelector = "[data-heim-hydrate]:not([data-heim-hydrate=false])";
