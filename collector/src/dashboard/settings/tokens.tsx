import type { JSX } from "hono/jsx/jsx-runtime";
import type { Site, TokenInfo } from "../../store/index.js";
import { Cell } from "../stacked.js";
import type { View } from "../view.js";
import { Form } from "./form.js";
import { settingsTexts } from "./texts.js";

export interface TokensProps {
  view: View;
  sites: readonly Site[];
  tokens: readonly TokenInfo[];
  /** Days since 1970-01-01 (UTC). */
  today: number;
}

const shareDays = [7, 30, 90, 365];

/** Links that show one site's results to others. */
export function Shares({ view, sites, tokens, today }: TokensProps): JSX.Element {
  const text = settingsTexts[view.language];
  return (
    <section class="panel">
      <h2>{text.sharesTitle}</h2>
      <p>{text.sharesLead}</p>
      <List view={view} tokens={tokens.filter(({ scope }) => scope === "share")} today={today} by="site" />
      {sites.length === 0 ? (
        <p>{text.noSite}</p>
      ) : (
        <Form view={view} does="share" layout="row">
          <label>
            {text.site}
            <select name="site">
              {sites.map(({ name }) => (
                <option>{name}</option>
              ))}
            </select>
          </label>
          <LabelField view={view} />
          <label>
            {text.days}
            <select name="days">
              {shareDays.map((days) => (
                <option value={days} selected={days === 30}>
                  {text.daysOf(view.count(days))}
                </option>
              ))}
            </select>
          </label>
          <button>{text.makeShare}</button>
        </Form>
      )}
    </section>
  );
}

/** Ways in for colleagues and programs. */
export function Tokens({ view, tokens, today }: TokensProps): JSX.Element {
  const text = settingsTexts[view.language];
  return (
    <section class="panel">
      <h2>{text.tokensTitle}</h2>
      <p>{text.tokensLead}</p>
      <List view={view} tokens={tokens.filter(({ scope }) => scope !== "share")} today={today} by="kind" />
      <Form view={view} does="token" layout="row">
        <label>
          {text.kind}
          <select name="scope">
            {(["setup", "read", "admin"] as const).map((scope) => (
              <option value={scope}>{text.kinds[scope]}</option>
            ))}
          </select>
        </label>
        <LabelField view={view} />
        <button>{text.makeToken}</button>
      </Form>
    </section>
  );
}

function LabelField({ view }: { view: View }): JSX.Element {
  return (
    <label>
      {settingsTexts[view.language].label}
      <input name="label" maxlength={80} />
    </label>
  );
}

type ListProps = Pick<TokensProps, "view" | "tokens" | "today"> & {
  /** What tells the tokens of this list apart. */
  by: "kind" | "site";
};

function List({ view, tokens, today, by }: ListProps): JSX.Element {
  const text = settingsTexts[view.language];
  if (tokens.length === 0) return <p>{text.none}</p>;
  return (
    <table class="stacked">
      <thead>
        <tr>
          {[text.label, text[by], text.made, text.until].map((head) => (
            <th scope="col">{head}</th>
          ))}
          <th scope="col">
            <span class="hidden">{text.revoke}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <TokenRow {...{ view, token, today, by }} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = Omit<ListProps, "tokens"> & { token: TokenInfo };

function TokenRow({ view, token, today, by }: RowProps): JSX.Element {
  const text = settingsTexts[view.language];
  const { id, scope, site, label, day, expires } = token;
  const name = label === "" ? text.unlabelled : label;
  const until = expires === null ? text.forever : expires > today ? view.day(expires - 1) : text.expired;
  return (
    <tr>
      <th scope="row">{name}</th>
      <Cell head={text[by]}>{by === "kind" ? text.kinds[scope] : site}</Cell>
      <Cell head={text.made}>{view.day(day)}</Cell>
      <Cell head={text.until}>{until}</Cell>
      <td class="action">
        <Form view={view} does="revoke" layout={undefined}>
          <input type="hidden" name="id" value={id} />
          <button class="plain remove" aria-label={`${text.revoke}: ${name}`}>
            {text.revoke}
          </button>
        </Form>
      </td>
    </tr>
  );
}
