import { parseArgs, type ParseArgsConfig } from "node:util";
import { Failure } from "./failure.js";

const options = {
  port: { type: "string", default: "8787" },
  host: { type: "string", default: "127.0.0.1" },
  database: { type: "string" },
  site: { type: "string" },
  manifest: { type: "string" },
  questions: { type: "string" },
  origin: { type: "string", multiple: true },
  "token-file": { type: "string" },
  limit: { type: "string" },
  "trust-proxy": { type: "boolean", default: false },
  setup: { type: "boolean", default: false },
  admin: { type: "boolean", default: false },
  share: { type: "string" },
  days: { type: "string" },
  label: { type: "string" },
  list: { type: "boolean", default: false },
  revoke: { type: "string" },
  url: { type: "string" },
  format: { type: "string", default: "ndjson" },
  replace: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const satisfies ParseArgsConfig["options"];

const defaultDatabase = ".heimspiel/collector.sqlite";
const defaultShareDays = 30;

/** What was written on the command line, checked. */
export interface Flags {
  readonly verb: string | undefined;
  /** The word after the verb, such as a site's name or a file. */
  readonly name: string | undefined;
  readonly port: number;
  readonly host: string;
  /** A file's path or a PostgreSQL address. */
  readonly database: string;
  readonly site: string | undefined;
  readonly manifest: string | undefined;
  /** Whether the site learns only the questions of its manifest; undefined leaves it as it was. */
  readonly fixed: boolean | undefined;
  readonly origins: readonly string[];
  readonly tokenFile: string | undefined;
  /** Reports, and requests for the model, per address and minute; 0 for no limit, undefined for the default. */
  readonly limit: number | undefined;
  readonly trustProxy: boolean;
  readonly token: TokenFlags;
  readonly url: string | undefined;
  readonly format: "csv" | "ndjson";
  readonly replace: boolean;
  readonly help: boolean;
}

/** What `token` is to do. */
export interface TokenFlags {
  readonly setup: boolean;
  readonly admin: boolean;
  /** The site to share. */
  readonly share: string | undefined;
  /** Days it is valid; undefined for ever, or for what the kind of token has. */
  readonly days: number | undefined;
  readonly label: string | undefined;
  readonly list: boolean;
  /** The id to revoke. */
  readonly revoke: string | undefined;
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>["values"];

/**
 * Reads the command line and, of the environment, `DATABASE_URL`.
 * @throws Failure when a flag is unknown or out of range
 */
export function readFlags(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Flags {
  const { values, positionals } = parse(args);
  const { limit, "trust-proxy": trustProxy, "token-file": tokenFile } = values;
  return {
    ...{ verb: positionals[0], name: positionals[1], trustProxy, tokenFile },
    ...{ host: values.host, site: values.site, manifest: values.manifest, url: values.url },
    ...{ replace: values.replace, help: values.help },
    port: whole("--port", values.port, { most: 65_535 }),
    // An empty variable is one that was not set.
    database: values.database ?? (env["DATABASE_URL"] || defaultDatabase),
    fixed:
      values.questions === undefined
        ? undefined
        : word("--questions", values.questions, ["fixed", "any"]) === "fixed",
    origins: (values.origin ?? []).map(originOf),
    limit: limit === undefined ? undefined : whole("--limit", limit, { most: 1e9 }),
    token: tokenFlags(values),
    format: word("--format", values.format, ["csv", "ndjson"]),
  };
}

function tokenFlags({ setup, admin, share, days, label, list, revoke }: Values): TokenFlags {
  const given = days === undefined ? undefined : whole("--days", days, { least: 1, most: 3650 });
  const valid = given ?? (share === undefined ? undefined : defaultShareDays);
  return { setup, admin, share, days: valid, label, list, revoke };
}

function parse(
  args: readonly string[],
): ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    throw new Failure(cause instanceof Error ? cause.message : "the command line cannot be read", { cause });
  }
}

function whole(flag: string, text: string, { least = 0, most }: { least?: number; most: number }): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  throw new Failure(`${flag} takes a whole number from ${least} to ${most}, not "${text}"`);
}

function word<Word extends string>(flag: string, text: string, words: readonly Word[]): Word {
  const found = words.find((each) => each === text);
  if (found !== undefined) return found;
  throw new Failure(`${flag} takes ${words.join(" or ")}, not "${text}"`);
}

function originOf(text: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw new Failure(`--origin takes an origin such as https://shop.example, not "${text}"`);
}
