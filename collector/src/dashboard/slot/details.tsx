import type { JSX } from "hono/jsx/jsx-runtime";
import type { VisitResult } from "../../results/index.js";
import type { View } from "../view.js";
import type { SlotProps } from "./props.js";
import { slotTexts } from "./texts.js";

/** What was asked, how often, and with which ε. */
export function Facts({ view, slot: { visits, uplift, named, site } }: SlotProps): JSX.Element {
  const text = slotTexts[view.language];
  const reading = visits?.reading ?? uplift?.reading;
  const facts: [string, string | undefined][] = [
    [view.text.site, site],
    [view.text.answersTitle, visits && view.count(visits.n)],
    [view.text.goal, named?.goal],
    [text.heldOut, named?.holdout === undefined ? undefined : view.percentTick(named.holdout / 100)],
    [text.epsilon, reading && view.count(reading.question.epsilon / 1e6)],
    [text.period, reading && `${view.day(reading.period.from)} – ${view.day(reading.period.to)}`],
  ];
  return (
    <dl class="facts">
      {facts.map(
        ([term, value]) =>
          value !== undefined && (
            <div>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** Every cell of the question as it was estimated. */
export function Details({ view, visits }: { view: View; visits: VisitResult }): JSX.Element {
  const text = slotTexts[view.language];
  const heads = [view.text.share, view.text.interval, view.text.standardError];
  return (
    <details class="panel">
      <summary>{text.details}</summary>
      <div class="scroll" tabindex={0} role="group" aria-label={text.details}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.cell}</th>
              {heads.map((head) => (
                <th scope="col" class="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {visits.cells.map(({ name, result }) => {
              const told = result.state === "ok" ? result : undefined;
              return (
                <tr>
                  <th scope="row">{name}</th>
                  <td class="number">{told ? view.percent(told.share) : <em>{view.text.notEnough}</em>}</td>
                  <td class="number">{told ? view.range(told.low, told.high) : "–"}</td>
                  <td class="number">{told ? view.percent(told.standardError) : "–"}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** Links to what was measured before the slot's variants were changed, and back. */
export function Versions({ view, slot }: SlotProps): JSX.Element {
  const text = slotTexts[view.language];
  const reading = slot.visits?.reading;
  if (!reading || reading.versions.length < 2) return <></>;
  return (
    <section class="reading">
      <h2>{text.versions}</h2>
      <p>{text.versionsLead}</p>
      <ul>
        {reading.versions.map(({ hash, n, from, to }) => (
          <li>
            <a
              href={view.link("slot", { site: slot.site, name: slot.slot, hash })}
              aria-current={hash === reading.question.hash ? "true" : undefined}
            >
              {view.day(from)} – {view.day(to)}
            </a>
            {`, ${view.count(n)} ${view.text.answers}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
