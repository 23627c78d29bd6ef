import type { JSX } from "hono/jsx/jsx-runtime";
import type { SiteOverview, SlotResult } from "../results/index.js";
import { Bar, evenScale } from "./bars.js";
import type { View } from "./view.js";

/** All sites with a card for each slot. */
export function Overview({ view, sites }: { view: View; sites: readonly SiteOverview[] }): JSX.Element {
  const { text } = view;
  return (
    <>
      <h1>{text.slots}</h1>
      <p class="lead">{text.slotsLead}</p>
      {sites.length === 0 && <p class="empty">{text.noSites}</p>}
      {sites.map(({ site, slots }) => (
        <section>
          <h2 class="site">{site}</h2>
          {slots.length === 0 && <p class="empty">{text.noSlots}</p>}
          <div class="cards">
            {slots.map((slot) => (
              <Card view={view} slot={slot} />
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

function Card({ view, slot }: { view: View; slot: SlotResult }): JSX.Element {
  const { text } = view;
  const { visits, uplift, named } = slot;
  const reading = visits?.reading ?? uplift?.reading;
  const result = uplift?.difference ?? { state: "not enough data" };
  const words = result.state === "ok" ? view.points(result.share) : text.notEnough;
  return (
    <a class="card" href={view.link("slot", { site: slot.site, name: slot.slot })}>
      <h3>{slot.slot}</h3>
      <p class="facts">
        {visits && `${view.count(visits.n)} ${text.answers}`}
        {named?.goal !== undefined && ` · ${text.goal}: ${named.goal}`}
      </p>
      {uplift && (
        <>
          <p class="figure">
            <span>{text.upliftShort}</span>
            {result.state === "ok" ? <strong>{words}</strong> : <em>{words}</em>}
          </p>
          <Bar
            result={result}
            scale={evenScale([result])}
            label={`${text.upliftShort}: ${words}`}
            tone="difference"
          />
          {result.state === "ok" && (
            <p class="facts">
              {text.interval}: {view.pointsRange(result.low, result.high)}
            </p>
          )}
        </>
      )}
      {!uplift && <p class="facts">{text.noHoldout}</p>}
      {reading && (
        <p class="facts">
          {view.day(reading.span.from)} – {view.day(reading.span.to)}
        </p>
      )}
    </a>
  );
}
