import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Reader } from "./session.js";
import type { View } from "./view.js";

/** The views that the head of every page links to. */
export type Place = "results" | "interests" | "privacy" | "settings";

const paths: Readonly<Record<Place, string>> = {
  results: "./",
  interests: "interests",
  privacy: "privacy",
  settings: "settings",
};

interface LayoutProps {
  view: View;
  title: string;
  place: Place | undefined;
  /** The site that is looked at; links to other views keep it. */
  site: string | undefined;
  /** Undefined for who is not signed in. */
  reader: Reader | undefined;
  /** The same page in the other language. */
  otherLanguage: string;
  /** The page's numbers as files. */
  files: Readonly<Record<"CSV" | "JSON", string>> | undefined;
  children?: Child;
}

/** The frame of every page: no script, no inline style, all links relative. */
export function Layout({ view, title, children, files, ...props }: LayoutProps): JSX.Element {
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
        <a class="skip" href="#content">
          {text.skip}
        </a>
        <Head view={view} {...props} />
        <main id="content" tabindex={-1}>
          {children}
          {files && (
            <p class="files">
              {text.download}
              {Object.entries(files).map(([name, address]) => (
                <a href={address}>{name}</a>
              ))}
            </p>
          )}
        </main>
      </body>
    </html>
  );
}

type HeadProps = Pick<LayoutProps, "view" | "place" | "site" | "reader" | "otherLanguage">;

function Head({ view, reader, otherLanguage, ...here }: HeadProps): JSX.Element {
  const { text, language } = view;
  return (
    <header class="top">
      <a class="brand" href={view.link("./")}>
        <img src="icon.svg" alt="" width="28" height="28" />
        Heimspiel
      </a>
      {reader && <Views view={view} mayWrite={reader.mayWrite} {...here} />}
      <div class="session">
        {reader && !reader.mayWrite && <span class="state unknown">{text.readOnly}</span>}
        <a href={otherLanguage} lang={language === "en" ? "de" : "en"}>
          {text.other}
        </a>
        {reader && (
          <form method="post" action="sign-out">
            <button class="plain">{text.signOut}</button>
          </form>
        )}
      </div>
    </header>
  );
}

type ViewsProps = Pick<LayoutProps, "view" | "place" | "site"> & { mayWrite: boolean };

function Views({ view, place, site, mayWrite }: ViewsProps): JSX.Element {
  const places = (Object.keys(paths) as Place[]).filter((at) => at !== "settings" || mayWrite);
  return (
    <nav class="views" aria-label={view.text.views}>
      {places.map((at) => (
        <a
          href={view.link(paths[at], at === "results" ? {} : { site })}
          aria-current={at === place ? "page" : undefined}
        >
          {view.text[at]}
        </a>
      ))}
    </nav>
  );
}

/** A page as a whole document. */
export async function documentOf(page: JSX.Element): Promise<string> {
  return `<!doctype html>\n${await page}`;
}
