import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "./language.js";
import type { View } from "./view.js";

const en = {
  title: "Sign in",
  lead: "Open the set-up link that the collector printed at its first start, or enter a token.",
  again:
    "This token or link is not valid (any more). Ask whoever shared it, or make a new one: heimspiel-collector token --setup",
  token: "Token",
};

const de: typeof en = {
  title: "Anmelden",
  lead: "Öffnen Sie den Link, den der Collector beim ersten Start ausgegeben hat, oder geben Sie ein Token ein.",
  again:
    "Dieses Token oder dieser Link gilt nicht (mehr). Fragen Sie, wer ihn geteilt hat, oder erzeugen Sie einen neuen: heimspiel-collector token --setup",
  token: "Token",
};

const texts: Readonly<Record<Language, typeof en>> = { en, de };

export const signInTitle = ({ language }: View): string => texts[language].title;

/** Asks for a token; `failed` after one that did not fit. */
export function SignIn({ view, failed }: { view: View; failed: boolean }): JSX.Element {
  const text = texts[view.language];
  return (
    <section class="panel narrow">
      <h1>{text.title}</h1>
      <p>{text.lead}</p>
      {failed && (
        <p class="warning" role="alert">
          {text.again}
        </p>
      )}
      <form class="stack" method="post" action={view.link("setup")}>
        <label>
          {text.token}
          <input type="password" name="token" autocomplete="current-password" required />
        </label>
        <button>{text.title}</button>
      </form>
    </section>
  );
}
