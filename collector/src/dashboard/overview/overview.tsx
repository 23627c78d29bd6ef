import type { JSX } from "hono/jsx/jsx-runtime";
import type { SiteOverview, SlotResult } from "../../results/index.js";
import { Axis, ResultCells } from "../charts/interval-table.js";
import { Legend } from "../charts/legend.js";
import { evenScale, widest, type Scale } from "../charts/scale.js";
import { State } from "../state.js";
import { findingOf } from "../verdict.js";
import type { View } from "../view.js";
import { overviewTexts } from "./texts.js";

/** All sites with their slots and the state of each, the clear ones first. */
export function Overview({ view, sites }: { view: View; sites: readonly SiteOverview[] }): JSX.Element {
  const text = overviewTexts[view.language];
  return (
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      {sites.length === 0 && <p class="empty">{view.text.noSite}</p>}
      {sites.map(({ site, slots }) => (
        <section class="panel">
          <h2>{site}</h2>
          {slots.length === 0 ? <p>{text.noSlots}</p> : <Slots view={view} slots={slots} />}
        </section>
      ))}
      {sites.some(({ slots }) => slots.length > 0) && <Legend view={view} />}
    </>
  );
}

const order = ["uneven", "up", "down", "differs", "none", "alike", "early", "unknown"] as const;
const rank = (slot: SlotResult): number => order.indexOf(findingOf(slot).state);

function Slots({ view, slots }: { view: View; slots: readonly SlotResult[] }): JSX.Element {
  const text = overviewTexts[view.language];
  const results = slots.flatMap((slot) => findingOf(slot).result ?? []);
  const scale = evenScale(widest(results));
  return (
    <table class="intervals with-state">
      <thead>
        <tr>
          <th scope="col">{view.text.slot}</th>
          <th scope="col" class="chart">
            {results.some(({ state }) => state === "ok") && (
              <Axis view={view} scale={scale} of="difference" />
            )}
            <span class="hidden">{view.text.interval}</span>
          </th>
          <th scope="col" class="number">
            {text.effect}
          </th>
          <th scope="col">{text.state}</th>
        </tr>
      </thead>
      <tbody>
        {[...slots]
          .sort((a, b) => rank(a) - rank(b))
          .map((slot) => (
            <SlotRow view={view} slot={slot} scale={scale} />
          ))}
      </tbody>
    </table>
  );
}

function SlotRow({ view, slot, scale }: { view: View; slot: SlotResult; scale: Scale }): JSX.Element {
  const { visits, uplift, named } = slot;
  const { state, result, tone, pair } = findingOf(slot);
  const n = visits?.n ?? (uplift ? uplift.holdout.n + uplift.offered.n : 0);
  const facts = [`${view.count(n)} ${view.text.answers}`];
  if (named?.goal !== undefined) facts.push(`${view.text.goal}: ${named.goal}`);
  if (pair !== undefined) facts.push(pair);
  return (
    <tr>
      <th scope="row">
        <a href={view.link("slot", { site: slot.site, name: slot.slot })}>{slot.slot}</a>
        <small>{facts.join(" · ")}</small>
      </th>
      {result ? (
        <ResultCells {...{ view, result, scale, tone }} name={slot.slot} of="difference" />
      ) : (
        <>
          <td class="chart" />
          <td class="number">–</td>
        </>
      )}
      <td>
        <State view={view} state={state} />
      </td>
    </tr>
  );
}
