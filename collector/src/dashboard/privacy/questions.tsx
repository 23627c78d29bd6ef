import { plan } from "heimspiel/statistics";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Period, QuestionTable } from "../../store/index.js";
import { Cell } from "../stacked.js";
import type { View } from "../view.js";
import { privacyTexts, type PrivacyTexts } from "./texts.js";

/** A question and the days it has answers for. */
export interface Asked {
  readonly question: QuestionTable;
  readonly span: Period | undefined;
}

/** Every question: what is asked, its ε, how it is randomized, what it can give away, what was received. */
export function Questions({ view, asked }: { view: View; asked: readonly Asked[] }): JSX.Element {
  const text = privacyTexts[view.language];
  return (
    <table class="stacked">
      <thead>
        <tr>
          {[text.question, text.epsilon, text.mechanism, text.most, text.received].map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {asked.map((one) => (
          <QuestionRow view={view} asked={one} />
        ))}
      </tbody>
    </table>
  );
}

function QuestionRow({ view, asked: { question, span } }: { view: View; asked: Asked }): JSX.Element {
  const text = privacyTexts[view.language];
  const { name, epsilon, mechanism, cells, answers } = question;
  const { omega, p } = plan(cells, epsilon);
  const odds = Math.exp(epsilon / 1e6);
  const how =
    mechanism === "rr"
      ? text.rr(view.percent(p))
      : text.ss(view.count(omega), view.count(cells), view.percent(p));
  return (
    <tr>
      <th scope="row">
        {asks(text, question)}
        <small>{name}</small>
      </th>
      <Cell head={text.epsilon}>{view.count(epsilon / 1e6)}</Cell>
      <Cell head={text.mechanism} note={text.methods[mechanism]}>
        {how}
      </Cell>
      <Cell head={text.most}>{text.guess(view.percent(odds / (odds + 1)))}</Cell>
      <Cell head={text.received} note={span && `${view.day(span.from)} – ${view.day(span.to)}`}>
        {`${view.count(answers)}\u00a0${view.text.answers}`}
      </Cell>
    </tr>
  );
}

/** What a question asks, in plain words. */
function asks({ kinds }: PrivacyTexts, { name }: QuestionTable): string {
  const [kind = "", about = ""] = name.split(":");
  return isKind(kinds, kind) ? kinds[kind](about) : kinds.other(name);
}

const isKind = (kinds: PrivacyTexts["kinds"], kind: string): kind is keyof PrivacyTexts["kinds"] =>
  Object.hasOwn(kinds, kind);
