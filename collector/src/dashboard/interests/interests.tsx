import type { JSX } from "hono/jsx/jsx-runtime";
import type { CategoryResult } from "../../results/index.js";
import type { Site } from "../../store/index.js";
import { IntervalTable } from "../charts/interval-table.js";
import { Legend } from "../charts/legend.js";
import { SiteChoice } from "../site-choice.js";
import type { View } from "../view.js";
import { interestsTexts } from "./texts.js";

interface InterestsProps {
  view: View;
  site: Site | undefined;
  sites: readonly Site[];
  topics: CategoryResult | undefined;
  pairs: CategoryResult | undefined;
}

/** What visitors are interested in, and where a purchase leads next. */
export function Interests({ view, site, sites, topics, pairs }: InterestsProps): JSX.Element {
  const text = interestsTexts[view.language];
  return (
    <>
      <h1>{view.text.interests}</h1>
      <p class="lead">{text.lead}</p>
      <SiteChoice view={view} path="interests" sites={sites} chosen={site} />
      {site ? (
        <>
          <Topics view={view} topics={topics} />
          <Pairs view={view} pairs={pairs} />
        </>
      ) : (
        <p class="empty">{view.text.noSite}</p>
      )}
    </>
  );
}

function Topics({ view, topics }: { view: View; topics: CategoryResult | undefined }): JSX.Element {
  const text = interestsTexts[view.language];
  return (
    <section class="panel">
      <h2>{text.topicsTitle}</h2>
      <p>{text.topicsLead}</p>
      <Head view={view} result={topics} />
      {topics && <Cells view={view} result={topics} heading={text.topic} />}
    </section>
  );
}

function Pairs({ view, pairs }: { view: View; pairs: CategoryResult | undefined }): JSX.Element {
  const text = interestsTexts[view.language];
  const next = (pairs?.transitions ?? []).map(({ bought, next: to, weight }) => ({
    name: `${bought} → ${to}`,
    result: weight,
  }));
  return (
    <section class="panel">
      <h2>{text.pairsTitle}</h2>
      <p>{text.pairsLead}</p>
      <Head view={view} result={pairs} />
      {pairs && <Cells view={view} result={pairs} heading={text.pair} />}
      {next.length > 0 && (
        <>
          <h3>{text.nextTitle}</h3>
          <p>{text.nextLead}</p>
          <IntervalTable view={view} heading={text.pair} rows={next} />
        </>
      )}
    </section>
  );
}

/** How many answered and when, or why there is nothing yet. */
function Head({ view, result }: { view: View; result: CategoryResult | undefined }): JSX.Element {
  const text = interestsTexts[view.language];
  if (!result) return <p class="empty">{text.nothing}</p>;
  const { from, to } = result.reading.period;
  return (
    <p>
      {`${view.count(result.n)} ${view.text.answers}, ${view.day(from)} – ${view.day(to)}.`}
      {!named(result) && ` ${text.unnamed}`}
    </p>
  );
}

const named = ({ cells }: CategoryResult): boolean => cells[0]?.name === "none";

const shownAtMost = 25;

/** The cells that can be told, the largest first; of the others only how many there are. */
function Cells({
  view,
  result,
  heading,
}: {
  view: View;
  result: CategoryResult;
  heading: string;
}): JSX.Element {
  const text = interestsTexts[view.language];
  const share = ({ result: of }: CategoryResult["cells"][number]): number =>
    of.state === "ok" ? of.share : 0;
  const told = result.cells.filter(({ result: of }) => of.state === "ok").sort((a, b) => share(b) - share(a));
  const rows = told.slice(0, shownAtMost).map((cell) => ({
    name: cell.name === "none" ? text.none : cell.name.replace(">", " → "),
    result: cell.result,
  }));
  const rest = result.cells.length - told.length;
  return (
    <>
      {rows.length > 0 && <IntervalTable view={view} heading={heading} rows={rows} />}
      {rows.length > 0 && <Legend view={view} />}
      {told.length > rows.length && <p>{text.more(view.count(told.length - rows.length))}</p>}
      {rest > 0 && <p>{text.untold(view.count(rest), view.count(result.cells.length))}</p>}
    </>
  );
}
