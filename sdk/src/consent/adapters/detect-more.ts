/** The globals by which the banners of `moreAdapters` are known. */
const names =
  "Cookiebot __ucCmp UC_UI OneTrust Didomi Osano cmplz_has_consent BorlabsCookie c15tStore orejime tarteaucitron __gpp";

/**
 * Whether one of the banners of `moreAdapters` may be on the page; tells by names alone and touches nothing.
 */
export const mayHaveMore = (window: Window): boolean => names.split(" ").some((name) => name in window);

/** After these one of them may be there though no script was seen loading: who answers a banner has to click. */
export const moreEvents: readonly string[] = ["click"];
