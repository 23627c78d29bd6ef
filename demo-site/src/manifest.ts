import { categories, departments, type Localized } from "./catalogue/index.js";
import { complements } from "./complements.js";
import { heroSlot, tipsSlot } from "./slots.js";

interface Topic {
  readonly id: string;
  readonly label: Localized;
  readonly parents?: readonly string[];
  readonly aliases: readonly string[];
  readonly repurchase?: number;
}

/** `heimspiel.json`: what the SDK and the collector should know of this shop. */
export interface Manifest {
  readonly topics: readonly Topic[];
  readonly consent: Readonly<Record<"controller" | "notice" | "withdrawal", string>>;
  readonly complements: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly personas: Readonly<Record<string, string>>;
  readonly slots: Readonly<Record<string, unknown>>;
}

/** Builds the manifest from the catalogue and the slots, so that the three cannot disagree. */
export function createManifest(): Manifest {
  return {
    topics: topics(),
    consent: {
      controller: "Almweg, an invented shop",
      notice: "/en/my-data/",
      withdrawal: "/en/my-data/, or the link at the foot of every page",
    },
    complements: complements,
    personas: {
      globetrotter: "interest.travel >= 0.5",
      hiker: "interest.hiking >= 0.5",
      camper: "interest.camping >= 0.5",
    },
    slots: {
      [heroSlot.name]: {
        goal: heroSlot.goal,
        holdout: heroSlot.holdout,
        choose: heroSlot.choose,
        variants: heroSlot.variants,
      },
      [tipsSlot.name]: {
        goal: tipsSlot.goal,
        holdout: tipsSlot.holdout,
        choose: tipsSlot.choose,
        variants: tipsSlot.variants,
      },
    },
  };
}

function topics(): Topic[] {
  const upper = departments.map(({ id, label }): Topic => ({ id, label, aliases: aliases(id, label) }));
  const lower = categories.map(({ id, label, parent, rest }): Topic => ({
    id,
    label,
    parents: [parent],
    aliases: aliases(id, label),
    repurchase: rest,
  }));
  return [...upper, ...lower];
}

/**
 * The slugs under which JSON-LD and the dataLayer may name a topic: both languages, umlauts spelt out and umlauts
 * dropped, `&` dropped and written as a word.
 */
function aliases(id: string, label: Localized): string[] {
  const spelt = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[äöüß]/g, (letter) => ({ ä: "ae", ö: "oe", ü: "ue", ß: "ss" })[letter] ?? letter);
  const plain = (text: string): string =>
    text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ß", "ss");
  const names = [
    ...[label.en, label.de].flatMap((text) => [spelt(text), plain(text)]),
    spelt(label.en.replace("&", "and")),
    spelt(label.de.replace("&", "und")),
  ];
  return [...new Set(names.map(slug))].filter((name) => name !== id);
}

function slug(text: string): string {
  return text.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}
