import { defaultStatisticsPolicy } from "heimspiel/statistics";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Site } from "../../store/index.js";
import { SiteChoice } from "../site-choice.js";
import type { View } from "../view.js";
import { Questions, type Asked } from "./questions.js";
import { privacyTexts } from "./texts.js";

interface PrivacyProps {
  view: View;
  site: Site | undefined;
  sites: readonly Site[];
  asked: readonly Asked[];
  /** Questions with too few answers to be listed. */
  few: number;
}

/** What is asked, what an answer can give away and what is kept, in plain words. */
export function Privacy({ view, site, sites, asked, few }: PrivacyProps): JSX.Element {
  const text = privacyTexts[view.language];
  return (
    <>
      <h1>{view.text.privacy}</h1>
      <p class="lead">{text.lead}</p>
      <SiteChoice view={view} path="privacy" sites={sites} chosen={site} />
      <section class="panel prose">
        <h2>{text.howTitle}</h2>
        <p>{text.how1}</p>
        <p>{text.how2}</p>
        <p>{text.how3}</p>
      </section>
      <Budget view={view} asked={asked} />
      <div class="halves">
        <Points title={text.canTitle} points={text.can} />
        <Points title={text.cannotTitle} points={text.cannot} />
      </div>
      <section class="panel prose">
        <h2>{text.keptTitle}</h2>
        <p>{text.kept}</p>
      </section>
      <section class="panel prose">
        <h2>{text.questionsTitle}</h2>
        {asked.length === 0 ? <p>{text.none}</p> : <Questions view={view} asked={asked} />}
        {few > 0 && <p>{text.few(view.count(few))}</p>}
      </section>
    </>
  );
}

/** The weekly limit beside what one answer of each price takes of it. */
function Budget({ view, asked }: { view: View; asked: readonly Asked[] }): JSX.Element {
  const text = privacyTexts[view.language];
  const { budget } = defaultStatisticsPolicy;
  const prices = [...new Set(asked.map(({ question }) => question.epsilon))].sort((a, b) => b - a);
  const whole = view.count(budget / 1e6);
  return (
    <section class="panel prose">
      <h2>{text.budgetTitle}</h2>
      <p>{text.budget(whole)}</p>
      {prices.map((price) => {
        const label = text.budgetLabel(view.count(price / 1e6), whole);
        return (
          <div class="gauge">
            <span>{label}</span>
            <svg viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">
              <rect width="1000" height="14" rx="4" />
              <rect
                class="amount"
                width={Math.min(1000, Math.round((1000 * price) / budget))}
                height="14"
                rx="4"
              />
            </svg>
          </div>
        );
      })}
    </section>
  );
}

function Points({ title, points }: { title: string; points: readonly string[] }): JSX.Element {
  return (
    <section class="panel prose">
      <h2>{title}</h2>
      <ul>
        {points.map((point) => (
          <li>{point}</li>
        ))}
      </ul>
    </section>
  );
}
