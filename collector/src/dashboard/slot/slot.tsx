import type { JSX } from "hono/jsx/jsx-runtime";
import type { Timeline as Steps } from "../../results/index.js";
import { State } from "../state.js";
import { findingOf } from "../verdict.js";
import { Details, Facts, Versions } from "./details.js";
import { Effect } from "./effect.js";
import { PeriodForm } from "./period.js";
import { Plan } from "./plan.js";
import type { SlotProps } from "./props.js";
import { slotTexts } from "./texts.js";
import { Timeline } from "./timeline.js";
import { Variants } from "./variants.js";

interface PageProps extends SlotProps {
  steps: Steps | undefined;
  /** Today, days since 1970-01-01 (UTC). */
  today: number;
  /** The address's parameters, which the forms repeat. */
  query: Readonly<Record<string, string>>;
}

/** Everything about one slot: its effect, its variants, how it went, and how to read it. */
export function SlotPage({ view, slot, steps, today, query }: PageProps): JSX.Element {
  const text = slotTexts[view.language];
  const { visits } = slot;
  return (
    <>
      <BackLink view={view} />
      <div class="title">
        <h1>{slot.slot}</h1>
        <State view={view} state={findingOf(slot).state} />
      </div>
      <Facts view={view} slot={slot} />
      <PeriodForm view={view} slot={slot} today={today} query={query} />
      <Effect view={view} slot={slot} />
      {visits && <Variants view={view} visits={visits} />}
      {steps && steps.points.length > 0 && <Timeline view={view} slot={slot} steps={steps} />}
      <Plan view={view} slot={slot} query={query} />
      {visits && <Details view={view} visits={visits} />}
      <Versions view={view} slot={slot} />
      <section class="reading">
        <h2>{text.readTitle}</h2>
        <p>{text.anytime}</p>
        <p>{text.read1}</p>
        <p>{text.read2}</p>
        <p>{text.read3}</p>
      </section>
    </>
  );
}

/** To all slots. */
export function BackLink({ view }: Pick<SlotProps, "view">): JSX.Element {
  return (
    <p class="back">
      <a href={view.link("./")}>← {slotTexts[view.language].back}</a>
    </p>
  );
}
