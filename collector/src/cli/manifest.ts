import { readFile } from "node:fs/promises";
import { readNames, type Names } from "../manifest/index.js";
import { Failure } from "./failure.js";

/**
 * Reads the names that a site's heimspiel.json gives; what is skipped is named to `warn`.
 * @throws Failure when the file is missing or is no manifest
 */
export async function readManifest(path: string, warn: (message: string) => void): Promise<Names> {
  try {
    return readNames(await readFile(path, "utf8"), (message) => warn(`${path}: ${message}`));
  } catch (cause) {
    throw new Failure(`${path}: ${cause instanceof Error ? cause.message : "cannot be read"}`, { cause });
  }
}
