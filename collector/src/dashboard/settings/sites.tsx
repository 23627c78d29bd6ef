import type { JSX } from "hono/jsx/jsx-runtime";
import type { Site } from "../../store/index.js";
import type { View } from "../view.js";
import { Form } from "./form.js";
import { settingsTexts } from "./texts.js";

/** Every site with its form, and one to add another. */
export function Sites({ view, sites }: { view: View; sites: readonly Site[] }): JSX.Element {
  const text = settingsTexts[view.language];
  return (
    <section class="panel">
      <h2>{text.sitesTitle}</h2>
      <p>{text.sitesLead}</p>
      {sites.map((site) => (
        <SiteForm view={view} site={site} />
      ))}
      <details class="item" open={sites.length === 0}>
        <summary>{text.addTitle}</summary>
        <Form view={view} does="site" layout="stack">
          <label>
            {text.name}
            <input name="name" required pattern="[\w.\-]{1,64}" autocomplete="off" />
          </label>
          <Fields view={view} site={undefined} />
          <button>{text.add}</button>
        </Form>
      </details>
    </section>
  );
}

function SiteForm({ view, site }: { view: View; site: Site }): JSX.Element {
  const text = settingsTexts[view.language];
  const slots = Object.keys(site.slots);
  const topics = Math.max(0, (site.cells["topics"]?.length ?? 0) - 1);
  return (
    <details class="item">
      <summary>
        {site.name} <small>{text.named(view.count(slots.length), view.count(topics))}</small>
      </summary>
      {slots.length > 0 && (
        <p>
          <small>{`${text.slots} ${slots.join(", ")}`}</small>
        </p>
      )}
      <Form view={view} does="site" layout="stack">
        <input type="hidden" name="name" value={site.name} />
        <Fields view={view} site={site} />
        <button>{text.save}</button>
      </Form>
    </details>
  );
}

function Fields({ view, site }: { view: View; site: Site | undefined }): JSX.Element {
  const text = settingsTexts[view.language];
  return (
    <>
      <label>
        {text.origins}
        <textarea name="origins" placeholder="https://shop.example" spellcheck={false}>
          {site?.origins.join("\n")}
        </textarea>
      </label>
      <label>
        {text.manifestFile}
        <input type="file" name="file" accept=".json,application/json" />
      </label>
      <label>
        {text.manifestText}
        <textarea name="manifest" spellcheck={false} />
      </label>
      <label class="check">
        <input type="checkbox" name="fixed" value="yes" checked={site?.fixed === true} />
        {text.fixed}
      </label>
    </>
  );
}
