import type { JSX } from "hono/jsx/jsx-runtime";
import type { Result } from "../../estimate/index.js";
import type { SlotResult, Timeline as Steps } from "../../results/index.js";
import { wordsOf } from "../charts/interval-table.js";
import { evenScale, intervals, scaleOf } from "../charts/scale.js";
import { AmountsOverTime, ResultsOverTime } from "../charts/timeline.js";
import type { Language } from "../language.js";
import type { View } from "../view.js";

const en = {
  title: "Over time",
  lead: "Each point is estimated from the answers of that time alone, so it is much less certain than the whole.",
  effect: { day: "Effect by day", week: "Effect by week" },
  goal: { day: "Goal rate by day", week: "Goal rate by week" },
  answers: { day: "Answers by day", week: "Answers by week" },
  table: "The numbers as a table",
  below: "numbers in the table below",
  untold: {
    day: (names: string): string => `Not drawn, since most days have too few answers: ${names}.`,
    week: (names: string): string => `Not drawn, since most weeks have too few answers: ${names}.`,
  },
  step: { day: "Day", week: "Week" },
};

const de: typeof en = {
  title: "Im Verlauf",
  lead: "Jeder Punkt ist allein aus den Antworten dieser Zeit geschätzt und daher viel unsicherer als das Ganze.",
  effect: { day: "Wirkung nach Tagen", week: "Wirkung nach Wochen" },
  goal: { day: "Zielrate nach Tagen", week: "Zielrate nach Wochen" },
  answers: { day: "Antworten nach Tagen", week: "Antworten nach Wochen" },
  table: "Die Zahlen als Tabelle",
  below: "Zahlen in der Tabelle darunter",
  untold: {
    day: (names: string): string =>
      `Nicht gezeichnet, weil die meisten Tage zu wenig Antworten haben: ${names}.`,
    week: (names: string): string =>
      `Nicht gezeichnet, weil die meisten Wochen zu wenig Antworten haben: ${names}.`,
  },
  step: { day: "Tag", week: "Woche" },
};

const texts: Readonly<Record<Language, typeof en>> = { en, de };

interface Series {
  readonly title: string;
  readonly of: "share" | "difference";
  readonly results: readonly Result[];
}

/** How a slot went, drawn and as a table. */
export function Timeline({ view, slot, steps }: { view: View; slot: SlotResult; steps: Steps }): JSX.Element {
  const text = texts[view.language];
  const { unit, points } = steps;
  const series = seriesOf(view, slot, steps);
  const untold = series.filter((one) => !isDrawn(one)).map(({ title }) => title);
  const ends = [points[0]?.from, points.at(-1)?.to].flatMap((day) =>
    day === undefined ? [] : [view.day(day)],
  );
  return (
    <section class="panel">
      <h2>{text.title}</h2>
      <p>{text.lead}</p>
      <Drawings view={view} series={series.filter(isDrawn)} ends={ends} />
      {untold.length > 0 && <p>{text.untold[unit](untold.join(", "))}</p>}
      <h3>{text.answers[unit]}</h3>
      <AmountsOverTime
        {...{ ends, label: `${text.answers[unit]}; ${text.below}`, count: view.count }}
        amounts={points.map(({ n }) => n)}
      />
      <details>
        <summary>{text.table}</summary>
        <Numbers view={view} steps={steps} series={series} />
      </details>
    </section>
  );
}

/** Where few steps are told, those are the ones that chance made large: a drawing would mislead. */
const isDrawn = ({ results }: Series): boolean =>
  2 * results.filter(({ state }) => state === "ok").length > results.length;

function seriesOf(view: View, { visits, uplift }: SlotResult, { unit, points }: Steps): Series[] {
  const text = texts[view.language];
  const goals = (visits?.names ?? []).map((name, variant): Series => {
    const results = points.flatMap((point) => point.goals[variant] ?? []);
    return { title: `${text.goal[unit]}: ${name}`, of: "share", results };
  });
  const effects = points.flatMap((point) => point.uplift ?? []);
  return uplift ? [{ title: text.effect[unit], of: "difference", results: effects }, ...goals] : goals;
}

interface DrawingsProps {
  view: View;
  series: readonly Series[];
  ends: readonly string[];
}

/** One drawing a series; goal rates share their axis. */
function Drawings({ view, series, ends }: DrawingsProps): JSX.Element {
  const { below } = texts[view.language];
  const scale = scaleOf(series.flatMap(({ of, results }) => (of === "share" ? intervals(results) : [])));
  return (
    <>
      {series.map(({ title, of, results }) => (
        <>
          <h3>{title}</h3>
          <ResultsOverTime
            {...{ results, ends, label: `${title}; ${below}` }}
            scale={of === "share" ? scale : evenScale(intervals(results))}
            tick={of === "share" ? view.percentTick : view.tick}
          />
        </>
      ))}
    </>
  );
}

interface NumbersProps {
  view: View;
  steps: Steps;
  series: readonly Series[];
}

function Numbers({ view, steps: { unit, points }, series }: NumbersProps): JSX.Element {
  const text = texts[view.language];
  return (
    <div class="scroll" tabindex={0} role="group" aria-label={text.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.step[unit]}</th>
            <th scope="col" class="number">
              {view.text.answersTitle}
            </th>
            {series.map(({ title }) => (
              <th scope="col" class="number">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map(({ from, to, n }, at) => (
            <tr>
              <th scope="row">{from === to ? view.day(from) : `${view.day(from)} – ${view.day(to)}`}</th>
              <td class="number">{view.count(n)}</td>
              {series.map(({ of, results }) => (
                <Told view={view} of={of} result={results[at]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Told({
  view,
  of,
  result,
}: {
  view: View;
  of: Series["of"];
  result: Result | undefined;
}): JSX.Element {
  const words = result && wordsOf(view, of, result);
  return (
    <td class="number">
      {words ? words.share : <em>{view.text.notEnough}</em>}
      {words && <small>{words.range}</small>}
    </td>
  );
}
