import { patterns } from "heimspiel/wire";
import { dayOf } from "../../ingest/index.js";
import { readNames, type Names } from "../../manifest/index.js";
import { addToken, readSites, revokeToken, writeSite } from "../../store/index.js";
import type { Visit } from "../page.js";
import type { Notice } from "./notice.js";
import { settingsTexts, type SettingsTexts } from "./texts.js";

/** The fields of a form. */
export type Form = Readonly<Record<string, string | File | undefined>>;

type Action = (visit: Visit, form: Form) => Promise<Notice>;

/** What the forms of the settings page do, by the value of their field `do`. */
export const actions: ReadonlyMap<string, Action> = new Map(Object.entries({ site, share, token, revoke }));

/** Says no; nothing was changed. */
export const fail = (message: string): Notice => ({ failed: true, message });

async function site({ options, view }: Visit, form: Form): Promise<Notice> {
  const text = settingsTexts[view.language];
  const name = textOf(form, "name");
  if (!patterns.site.test(name)) return fail(text.badName);
  const origins = textOf(form, "origins").split(/\s+/).filter(Boolean).map(originOf);
  const bad = origins.find(({ origin }) => origin === undefined);
  if (bad) return fail(text.badOrigin(bad.text));
  const skipped: string[] = [];
  const names = await namesOf(form, { text, skipped });
  if (typeof names === "string") return fail(names);
  await writeSite(options.db, {
    name,
    origins: origins.flatMap(({ origin }) => origin ?? []),
    fixed: form["fixed"] !== undefined,
    ...names,
  });
  return { failed: false, message: text.saved(name), skipped };
}

function originOf(text: string): { text: string; origin: string | undefined } {
  const origin = URL.canParse(text) ? new URL(text).origin : undefined;
  return { text, origin: origin === text.toLowerCase() ? origin : undefined };
}

/** The names of the manifest that was uploaded or pasted, undefined without one; a text says what is wrong with it. */
async function namesOf(
  form: Form,
  { text, skipped }: { text: SettingsTexts; skipped: string[] },
): Promise<Names | string | undefined> {
  const { file } = form;
  const manifest = file instanceof File && file.size > 0 ? await file.text() : textOf(form, "manifest");
  if (manifest === "") return undefined;
  try {
    return readNames(manifest, (part) => skipped.push(part));
  } catch (cause) {
    return text.badManifest(cause instanceof Error ? cause.message : "");
  }
}

const daysAtMost = 366;

async function share(visit: Visit, form: Form): Promise<Notice> {
  const { options, view } = visit;
  const text = settingsTexts[view.language];
  const [name, days] = [textOf(form, "site"), Number(textOf(form, "days"))];
  const known = (await readSites(options.db, [name])).length > 0;
  if (!known || !Number.isInteger(days) || days < 1 || days > daysAtMost) return fail(text.badForm);
  const day = dayOf(options.clock());
  const made = options.newToken();
  const label = textOf(form, "label").slice(0, 80);
  await addToken(options.db, made, { scope: "share", day, site: name, label, expires: day + days });
  return { failed: false, message: text.madeShare, secret: linkTo(visit, "share", made) };
}

async function token(visit: Visit, form: Form): Promise<Notice> {
  const { options, view } = visit;
  const text = settingsTexts[view.language];
  const scope = textOf(form, "scope");
  if (scope !== "setup" && scope !== "read" && scope !== "admin") return fail(text.badForm);
  const made = options.newToken();
  const label = textOf(form, "label").slice(0, 80);
  await addToken(options.db, made, { scope, day: dayOf(options.clock()), label });
  if (scope !== "setup") return { failed: false, message: text.madeToken, secret: made };
  return { failed: false, message: text.madeSetup, secret: linkTo(visit, "setup", made) };
}

async function revoke({ options, view }: Visit, form: Form): Promise<Notice> {
  const text = settingsTexts[view.language];
  const gone = await revokeToken(options.db, textOf(form, "id"));
  return gone ? { failed: false, message: text.revoked } : fail(text.notRevoked);
}

const textOf = (form: Form, name: string): string => {
  const value = form[name];
  return typeof value === "string" ? value.trim() : "";
};

/**
 * A link to be handed on. Only the browser knows the address of the page, for a proxy may have stripped its path; it says
 * it in `Referer`, which nobody else can set on a form of ours.
 */
function linkTo({ context: { req } }: Visit, path: string, made: string): string {
  const referer = req.header("Referer") ?? "";
  const page = URL.canParse(referer) ? referer : req.url;
  return new URL(`${path}?token=${made}`, page).href;
}
