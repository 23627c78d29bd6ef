import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** A file kept ready to be sent. It is hashed and encoded when it is asked for first: most pages never are. */
export interface StaticFile {
  readonly type: string;
  readonly etag: string;
  body(encoding: Encoding): Buffer<ArrayBuffer>;
}

type Encoding = "br" | "gzip" | "identity";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
};

/** The files of a folder that have a web type, by the path they are served under. Missing folders are empty. */
export function readFolder(folder: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const full = join(entry.parentPath, entry.name);
    files.set("/" + relative(folder, full).split(sep).join("/"), prepare(readFileSync(full), type));
  }
  return files;
}

function prepare(identity: Buffer<ArrayBuffer>, type: string): StaticFile {
  const bodies: Record<Encoding, () => Buffer<ArrayBuffer>> = {
    identity: () => identity,
    br: once(() => brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })),
    gzip: once(() => gzipSync(identity)),
  };
  const etag = once(() => `"${createHash("sha256").update(identity).digest("base64url").slice(0, 22)}"`);
  return {
    type,
    get etag() {
      return etag();
    },
    body: (encoding) => bodies[encoding](),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The best encoding the browser accepts. */
export function encodingFor(accepted: string): Encoding {
  if (/\bbr\b/.test(accepted)) return "br";
  return /\bgzip\b/.test(accepted) ? "gzip" : "identity";
}
