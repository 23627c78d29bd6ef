import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { View } from "./view.js";

interface LayoutProps {
  view: View;
  title: string;
  /** The same page in the other language. */
  otherLanguage: string;
  signedIn: boolean;
  children?: Child;
}

/** The frame of every page: no script, no inline style, all links relative. */
export function Layout({ view, title, otherLanguage, signedIn, children }: LayoutProps): JSX.Element {
  const { text, language } = view;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · Heimspiel`}</title>
        <link rel="icon" href="icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="style.css" />
      </head>
      <body>
        <header class="top">
          <a class="brand" href={view.link("./")}>
            <img src="icon.svg" alt="" width="28" height="28" />
            Heimspiel
          </a>
          <nav>
            <a href={otherLanguage} lang={language === "en" ? "de" : "en"}>
              {text.other}
            </a>
            {signedIn && (
              <form method="post" action="sign-out">
                <button class="plain">{text.signOut}</button>
              </form>
            )}
          </nav>
        </header>
        <main>{children}</main>
      </body>
    </html>
  );
}

/** A page as a whole document. */
export async function documentOf(page: JSX.Element): Promise<string> {
  return `<!doctype html>\n${await page}`;
}
