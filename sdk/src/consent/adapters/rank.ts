const platforms = ["wp-consent-api", "shopify"];
const frameworks = ["tcf", "gpp", "google-consent-mode"];

/** Order of the sources: platforms, then banners through their own interfaces, then the frameworks they also serve. */
export const rank = (id: string): number => (platforms.includes(id) ? -1 : frameworks.indexOf(id) + 1);
