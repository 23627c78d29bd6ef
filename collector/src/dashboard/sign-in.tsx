import type { JSX } from "hono/jsx/jsx-runtime";
import type { View } from "./view.js";

/** Asks for a token; `failed` after one that did not fit. */
export function SignIn({ view, failed }: { view: View; failed: boolean }): JSX.Element {
  const { text } = view;
  return (
    <section class="panel narrow">
      <h1>{text.signInTitle}</h1>
      <p>{text.signInLead}</p>
      {failed && <p class="verdict">{text.signInAgain}</p>}
      <form class="sign-in" method="post" action="setup">
        <label>
          {text.token}
          <input type="password" name="token" autocomplete="current-password" required />
        </label>
        <button>{text.signIn}</button>
      </form>
    </section>
  );
}
