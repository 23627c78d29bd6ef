import type { JSX } from "hono/jsx/jsx-runtime";
import type { View } from "../view.js";
import { settingsTexts } from "./texts.js";

/** What became of a form. */
export interface Notice {
  readonly failed: boolean;
  readonly message: string;
  /** What was skipped while the rest was done. */
  readonly skipped?: readonly string[];
  /** A link or token that is shown only now. */
  readonly secret?: string;
}

export function NoticeBox({ view, notice }: { view: View; notice: Notice }): JSX.Element {
  const text = settingsTexts[view.language];
  const { failed, message, skipped = [], secret } = notice;
  return (
    <section class="panel" role={failed ? "alert" : "status"}>
      <h2>{failed ? text.failed : text.done}</h2>
      <p class={failed ? "warning" : undefined}>{message}</p>
      {secret !== undefined && (
        <label>
          <span class="hidden">{text.copy}</span>
          <input class="made" readonly value={secret} />
        </label>
      )}
      {skipped.length > 0 && (
        <>
          <p>{text.skipped}</p>
          <ul>
            {skipped.map((part) => (
              <li>{part}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
