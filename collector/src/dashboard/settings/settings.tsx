import type { JSX } from "hono/jsx/jsx-runtime";
import { NoticeBox, type Notice } from "./notice.js";
import { Sites } from "./sites.js";
import { settingsTexts } from "./texts.js";
import { Shares, Tokens, type TokensProps } from "./tokens.js";

type SettingsProps = TokensProps & { notice: Notice | undefined };

/** Who may see the results, and what is known of the sites. */
export function Settings({ notice, ...props }: SettingsProps): JSX.Element {
  const { view, sites } = props;
  const text = settingsTexts[view.language];
  return (
    <>
      <h1>{view.text.settings}</h1>
      <p class="lead">{text.lead}</p>
      {notice && <NoticeBox view={view} notice={notice} />}
      <Shares {...props} />
      <Sites view={view} sites={sites} />
      <Tokens {...props} />
    </>
  );
}
