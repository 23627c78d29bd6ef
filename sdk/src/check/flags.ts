import { parseArgs } from "node:util";
import { Failure } from "./failure.js";

/** What was written on the command line, checked. */
export interface Flags {
  readonly help: boolean;
  /** Addresses, folders and files. */
  readonly targets: readonly string[];
  /** File or address of the manifest. */
  readonly manifest: string | undefined;
  readonly json: boolean;
  readonly info: boolean;
  /** More warnings than this fail. */
  readonly maxWarnings: number;
}

const options = {
  manifest: { type: "string" },
  json: { type: "boolean", default: false },
  info: { type: "boolean", default: false },
  "max-warnings": { type: "string" },
  help: { type: "boolean", short: "h", default: false },
} as const;

function parse(
  args: readonly string[],
): ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    throw new Failure((cause as Error).message, { cause });
  }
}

/**
 * Reads the command line.
 * @throws Failure for an unknown flag or verb, or when there is nothing to check
 */
export function readFlags(args: readonly string[]): Flags {
  const { values, positionals } = parse(args);
  const [verb, ...targets] = positionals;
  const { manifest, json, info, help, "max-warnings": most = "Infinity" } = values;
  if (!help && verb !== "check") throw new Failure(`expected "check", found ${verb ?? "nothing"}`);
  if (!help && targets.length === 0)
    throw new Failure("nothing to check: name a page, a folder or an address");
  if (!/^(\d+|Infinity)$/.test(most)) throw new Failure(`--max-warnings wants a whole number, found ${most}`);
  return { help, targets, manifest, json, info, maxWarnings: Number(most) };
}
