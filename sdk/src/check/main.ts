#!/usr/bin/env node
import { createNodePorts } from "./node-ports.js";
import { run } from "./run.js";

// Not `process.exit`, which would cut off what a pipe has not taken yet.
process.exitCode = await run(process.argv.slice(2), createNodePorts());
