/** What a page of it is about. */
export const word: RegExp = /pregnan|maternity|schwanger|umstand/i;

/** Makes the shop's backpacks something of which nothing may be noted down, and its tents something that only sounds so. */
const renames: Record<string, readonly [RegExp, string][]> = {
  en: [
    [/Stadt 18/g, "Pregnancy pillow"],
    [/Backpacks/g, "Pregnancy"],
    [/backpacks(?!\/)/g, "pregnancy"],
    [/Tents/g, "Baby-blue jackets"],
    [/tents(?!\/)/g, "baby-blue-jackets"],
  ],
  de: [
    [/Stadt 18/g, "Umstandskissen"],
    [/Rucksäcke/g, "Schwangerschaft"],
    [/backpacks/g, "schwangerschaft"],
    [/Zelte/g, "Babyblau"],
    [/tents/g, "babyblau"],
  ],
};

/** A slot that would give it away, on every page, before all others. */
const telling = `<section data-heim-slot="telling"><p>News</p>
  <template data-heim-variant="secret" data-heim-when="interest.pregnancy > 0 or interest.schwangerschaft > 0
    or top in (pregnancy, schwangerschaft) or rising in (pregnancy, schwangerschaft)
    or page.topics in (pregnancy, schwangerschaft)"><p>Your pregnancy</p></template>
  <template data-heim-variant="blue" data-heim-when="interest.baby-blue-jackets >= 0.1"><p>Blue</p></template></section>`;

/** The shop's pages, about that. */
export function aboutPregnancy(html: string): string {
  const language = /<html lang="(..)"/.exec(html)?.[1] ?? "";
  let renamed = html.replace(/<main[^>]*>/, `$&${telling}`);
  for (const [from, to] of renames[language] ?? []) renamed = renamed.replace(from, to);
  return renamed;
}
