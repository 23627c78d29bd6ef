import type { Context } from "hono";
import type { Language } from "./language.js";
import { send, viewOf } from "./page.js";
import type { Reader } from "./session.js";

const en = {
  title: "Not allowed",
  readOnly:
    "This view is for reading only. Settings can be changed by who signed in with a set-up link or an admin token.",
  foreign:
    "This form was not sent from the dashboard’s own page. Nothing was changed. Open the page again and repeat it there.",
  tooLarge: "This is too long. Nothing was changed.",
};

const de: typeof en = {
  title: "Nicht erlaubt",
  readOnly:
    "Diese Ansicht ist nur zum Lesen. Einstellungen ändern kann, wer sich mit einem Einrichtungslink oder einem Admin-Token angemeldet hat.",
  foreign:
    "Dieses Formular wurde nicht von einer Seite der Auswertung gesendet. Nichts wurde geändert. Öffnen Sie die Seite neu und wiederholen Sie es dort.",
  tooLarge: "Das ist zu lang. Nichts wurde geändert.",
};

const texts: Readonly<Record<Language, typeof en>> = { en, de };

type Reason = Exclude<keyof typeof en, "title">;

const statuses = { readOnly: 403, foreign: 403, tooLarge: 413 } as const satisfies Record<Reason, number>;

/** Says why a request changed nothing. */
export function refuse(context: Context, reason: Reason, reader?: Reader): Promise<Response> {
  const view = viewOf(context);
  const text = texts[view.language];
  const body = (
    <section class="panel narrow">
      <h1>{text.title}</h1>
      <p class="warning">{text[reason]}</p>
      <a href={view.link("./")}>{view.text.results}</a>
    </section>
  );
  return send(context, view, { title: text.title, status: statuses[reason], body }, reader);
}
