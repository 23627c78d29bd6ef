import type { Language } from "../language.js";

const en = {
  title: "Results",
  lead: "What visitors’ devices answered, with the privacy noise taken out of the sum.",
  noSlots:
    "No results yet. A slot appears here once 20 visits have answered. Pages report when their script tag has data-site and data-collector and the visitor has agreed to statistics.",
  effect: "Effect",
  state: "State",
};

const de: typeof en = {
  title: "Ergebnisse",
  lead: "Was die Geräte der Besucher geantwortet haben, das Rauschen zum Schutz der Einzelnen herausgerechnet.",
  noSlots:
    "Noch keine Ergebnisse. Ein Platz erscheint hier, sobald 20 Besuche geantwortet haben. Seiten berichten, wenn ihr Script-Tag data-site und data-collector hat und der Besucher der Statistik zugestimmt hat.",
  effect: "Wirkung",
  state: "Stand",
};

export const overviewTexts: Readonly<Record<Language, typeof en>> = { en, de };
