import type { JSX } from "hono/jsx/jsx-runtime";
import type { Site } from "../store/index.js";
import type { Visit } from "./page.js";
import type { View } from "./view.js";

/** The site that the address names, else the first one. */
export function chosenSite({ context }: Visit, sites: readonly Site[]): Site | undefined {
  const asked = context.req.query("site");
  return sites.find(({ name }) => name === asked) ?? sites[0];
}

interface ChoiceProps {
  view: View;
  path: string;
  sites: readonly Site[];
  chosen: Site | undefined;
}

/** Links to the same view of other sites. */
export function SiteChoice({ view, path, sites, chosen }: ChoiceProps): JSX.Element {
  if (sites.length < 2) return <></>;
  return (
    <nav aria-label={view.text.sites}>
      <ul class="pills">
        {sites.map(({ name }) => (
          <li>
            <a
              href={view.link(path, { site: name })}
              aria-current={name === chosen?.name ? "page" : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
