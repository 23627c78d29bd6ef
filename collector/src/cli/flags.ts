import { parseArgs, type ParseArgsConfig } from "node:util";
import { Failure } from "./failure.js";

const options = {
  port: { type: "string", default: "8787" },
  host: { type: "string", default: "127.0.0.1" },
  database: { type: "string", default: ".heimspiel/collector.sqlite" },
  site: { type: "string" },
  manifest: { type: "string" },
  origin: { type: "string", multiple: true },
  "token-file": { type: "string" },
  limit: { type: "string" },
  "trust-proxy": { type: "boolean", default: false },
  setup: { type: "boolean", default: false },
  url: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
} as const satisfies ParseArgsConfig["options"];

/** What was written on the command line, checked. */
export interface Flags {
  readonly verb: string | undefined;
  /** The word after the verb, such as a site's name. */
  readonly name: string | undefined;
  readonly port: number;
  readonly host: string;
  readonly database: string;
  readonly site: string | undefined;
  readonly manifest: string | undefined;
  readonly origins: readonly string[];
  readonly tokenFile: string | undefined;
  /** Reports per address and minute; 0 for no limit, undefined for the default. */
  readonly limit: number | undefined;
  readonly trustProxy: boolean;
  readonly setup: boolean;
  readonly url: string | undefined;
  readonly help: boolean;
}

/**
 * Reads the command line.
 * @throws Failure when a flag is unknown or out of range
 */
export function readFlags(args: readonly string[]): Flags {
  const { values, positionals } = parse(args);
  return {
    verb: positionals[0],
    name: positionals[1],
    port: whole("--port", values.port, 65_535),
    ...{ host: values.host, database: values.database, site: values.site, manifest: values.manifest },
    origins: (values.origin ?? []).map(originOf),
    tokenFile: values["token-file"],
    limit: values.limit === undefined ? undefined : whole("--limit", values.limit, 1e9),
    trustProxy: values["trust-proxy"],
    ...{ setup: values.setup, url: values.url, help: values.help },
  };
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

function whole(flag: string, text: string, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value <= most) return value;
  throw new Failure(`${flag} takes a whole number from 0 to ${most}, not "${text}"`);
}

function originOf(text: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw new Failure(`--origin takes an origin such as https://shop.example, not "${text}"`);
}
