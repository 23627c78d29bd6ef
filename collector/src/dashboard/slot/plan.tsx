import type { JSX } from "hono/jsx/jsx-runtime";
import { required, type Result, type Wish } from "../../estimate/index.js";
import type { Reading, SlotResult } from "../../results/index.js";
import type { Language } from "../language.js";
import { Repeated } from "../repeated.js";
import type { View } from "../view.js";
import type { SlotProps } from "./props.js";

const en = {
  title: "How long until an effect is seen?",
  upliftLead: "For the effect of the slot, compared with those held out.",
  variantsLead: "For the difference between two variants.",
  rate: "Goal rate without it, %",
  effect: "Effect to be found, percentage points",
  work: "Work out",
  answer: (from: string, to: string, answers: string): string =>
    `To see a change from ${from} to ${to}, ${answers} answers are needed.`,
  days: (perDay: string, days: string): string =>
    `At ${perDay} answers a day that is ${days} ${days === "1" ? "day" : "days"}.`,
  have: (answers: string): string => `There are ${answers} so far.`,
  power:
    "With so many answers an effect of this size is found four times in five, privacy noise and all, by one look at the 95% interval.",
  impossible:
    "Enter a rate and an effect that together stay between 0 and 100%; the effect must not be zero.",
};

const de: typeof en = {
  title: "Wie lange, bis eine Wirkung zu sehen ist?",
  upliftLead: "Für die Wirkung des Platzes, verglichen mit den Ausgelassenen.",
  variantsLead: "Für den Unterschied zweier Varianten.",
  rate: "Zielrate ohne sie, %",
  effect: "Gesuchte Wirkung, Prozentpunkte",
  work: "Berechnen",
  answer: (from: string, to: string, answers: string): string =>
    `Um eine Änderung von ${from} auf ${to} zu sehen, braucht es ${answers} Antworten.`,
  days: (perDay: string, days: string): string =>
    `Bei ${perDay} Antworten am Tag ${days === "1" ? "ist das 1 Tag" : `sind das ${days} Tage`}.`,
  have: (answers: string): string => `Bisher sind es ${answers}.`,
  power:
    "Mit so vielen Antworten wird eine Wirkung dieser Größe in vier von fünf Fällen gefunden, das Rauschen eingerechnet, bei einem einzigen Blick auf das 95-%-Intervall.",
  impossible:
    "Geben Sie eine Rate und eine Wirkung ein, die zusammen zwischen 0 und 100 % bleiben; die Wirkung darf nicht null sein.",
};

const texts: Readonly<Record<Language, typeof en>> = { en, de };

interface PlanProps extends SlotProps {
  query: Readonly<Record<string, string>>;
}

/** Answers and days that an effect takes which the reader types in. */
export function Plan({ view, slot, query }: PlanProps): JSX.Element {
  const text = texts[view.language];
  const basis = basisOf(slot);
  if (!basis) return <></>;
  const { rate, effect, ...rest } = query;
  const typed = { rate: numberOf(rate, Math.round(basis.rate * 1000) / 10), effect: numberOf(effect, 1) };
  return (
    <section class="panel" id="plan">
      <h2>{text.title}</h2>
      <p>{slot.uplift ? text.upliftLead : text.variantsLead}</p>
      <form class="row" method="get" action="slot#plan">
        <Repeated query={rest} />
        <label>
          {text.rate}
          <input type="number" name="rate" min="0" max="100" step="any" value={typed.rate} required />
        </label>
        <label>
          {text.effect}
          <input type="number" name="effect" min="-100" max="100" step="any" value={typed.effect} required />
        </label>
        <button>{text.work}</button>
      </form>
      <Outcome
        view={view}
        wish={{ ...basis, rate: typed.rate / 100, effect: typed.effect / 100 }}
        answers={basis.answers}
      />
      <p>{text.power}</p>
    </section>
  );
}

function Outcome({ view, wish, answers }: { view: View; wish: Wish; answers: number }): JSX.Element {
  const text = texts[view.language];
  const needed = required(wish);
  if (!needed) return <output>{text.impossible}</output>;
  const { perDay = 0, rate, effect } = wish;
  const sentences = [
    text.answer(view.percent(rate), view.percent(rate + effect), view.count(needed.answers)),
    needed.days !== undefined &&
      text.days(
        view.count(perDay < 10 ? Math.round(perDay * 10) / 10 : Math.round(perDay)),
        view.count(needed.days),
      ),
    text.have(view.count(answers)),
  ];
  return <output>{sentences.filter(Boolean).join(" ")}</output>;
}

const numberOf = (text: string | undefined, otherwise: number): number =>
  text === undefined || text === "" || Number.isNaN(Number(text)) ? otherwise : Number(text);

type Basis = Omit<Wish, "effect"> & { readonly answers: number };

/** What is known for the calculation: of the uplift where there is one, else of the first two variants that are told. */
function basisOf({ uplift, visits }: SlotResult): Basis | undefined {
  if (uplift) {
    const { holdout, offered, reading } = uplift;
    const answers = holdout.n + offered.n;
    if (answers === 0) return undefined;
    const groups = [holdout.n / answers, offered.n / answers] as const;
    const epsilon = reading.question.epsilon;
    return {
      ...{ answers, groups, epsilon, cells: 2 },
      rate: shareOf(holdout.goal) ?? 0.05,
      perDay: perDay(answers, reading),
    };
  }
  const [one, other] = visits?.rates.filter(({ seen }) => seen.state === "ok") ?? [];
  if (!visits || !one || !other) return undefined;
  const { epsilon, cells } = visits.reading.question;
  const groups = [shareOf(one.seen) ?? 0, shareOf(other.seen) ?? 0] as const;
  return {
    ...{ answers: visits.n, groups, epsilon, cells },
    rate: shareOf(one.goal) ?? 0.05,
    perDay: perDay(visits.n, visits.reading),
  };
}

const shareOf = (result: Result): number | undefined => (result.state === "ok" ? result.share : undefined);

/** Over the days of the period on which the question was asked at all. */
const perDay = (answers: number, { period, span }: Reading): number =>
  answers / (Math.min(period.to, span.to) - Math.max(period.from, span.from) + 1);
