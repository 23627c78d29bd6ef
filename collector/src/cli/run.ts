import { backup } from "./backup.js";
import { doctor } from "./doctor.js";
import { exportSums } from "./export.js";
import { Failure } from "./failure.js";
import { readFlags, type Flags } from "./flags.js";
import { help } from "./help.js";
import { importFile } from "./import.js";
import { migrate } from "./migrate.js";
import type { Ports } from "./ports.js";
import { serve } from "./serve.js";
import { site } from "./site.js";
import { init, token } from "./token.js";

const verbs: Readonly<Record<string, (flags: Flags, ports: Ports) => Promise<void>>> = {
  serve,
  init,
  site,
  token,
  export: exportSums,
  import: importFile,
  backup,
  migrate,
  doctor,
};

/** Runs one command line. @throws Failure for what the operator can mend */
export async function run(args: readonly string[], ports: Ports): Promise<void> {
  const flags = readFlags(args, ports.env);
  const verb =
    flags.verb === undefined ? undefined : Object.entries(verbs).find(([name]) => name === flags.verb)?.[1];
  if (flags.help || flags.verb === undefined) ports.print(help);
  else if (verb) await verb(flags, ports);
  else throw new Failure(`no command "${flags.verb}"; there are ${Object.keys(verbs).join(", ")}`);
}
