import type { JSX } from "hono/jsx/jsx-runtime";
import type { SlotResult, VisitResult } from "../results/index.js";
import type { View } from "./view.js";

/** What was asked, how often, and with which ε. */
export function Facts({ view, slot }: { view: View; slot: SlotResult }): JSX.Element {
  const { text } = view;
  const { visits, named, uplift } = slot;
  const reading = visits?.reading ?? uplift?.reading;
  const facts: [string, string][] = [];
  if (visits) facts.push([text.answers, view.count(visits.n)]);
  if (reading) {
    facts.push([text.epsilon, view.count(reading.question.epsilon / 1e6)]);
    facts.push([text.period, `${view.day(reading.period.from)} – ${view.day(reading.period.to)}`]);
  }
  if (named?.goal !== undefined) facts.push([text.goal, named.goal]);
  return (
    <dl class="chips">
      {facts.map(([term, value]) => (
        <div>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Every cell of the question as it was estimated. */
export function Details({ view, visits }: { view: View; visits: VisitResult }): JSX.Element {
  const { text } = view;
  return (
    <details class="panel">
      <summary>{text.details}</summary>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{text.cell}</th>
              <th scope="col" class="number">
                {text.share}
              </th>
              <th scope="col" class="number">
                {text.interval}
              </th>
              <th scope="col" class="number">
                {text.standardError}
              </th>
            </tr>
          </thead>
          <tbody>
            {visits.cells.map(({ name, result }) => (
              <tr>
                <th scope="row">{name}</th>
                <td class="number">
                  {result.state === "ok" ? view.percent(result.share) : <em>{text.notEnough}</em>}
                </td>
                <td class="number">{result.state === "ok" ? view.range(result.low, result.high) : "–"}</td>
                <td class="number">{result.state === "ok" ? view.percent(result.standardError) : "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** Links to what was measured before the slot's variants were changed. */
export function Versions({ view, slot }: { view: View; slot: SlotResult }): JSX.Element {
  const reading = slot.visits?.reading;
  const others = (reading?.versions ?? []).filter(({ hash }) => hash !== reading?.question.hash);
  return (
    <section class="read">
      <h2>{view.text.versions}</h2>
      <ul>
        {others.map(({ hash, n, from, to }) => (
          <li>
            <a href={view.link("slot", { site: slot.site, name: slot.slot, hash })}>
              {view.day(from)} – {view.day(to)}
            </a>
            {`, ${view.count(n)} ${view.text.answers}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
