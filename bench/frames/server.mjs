/** Serves the pages, at once or in parts. */
import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { isolated } from "../browser.mjs";
import { partsOf, scripts } from "./pages.mjs";
import { files } from "./many-slots.mjs";
import { manifest } from "./visitor.mjs";

/** Between two parts of a streamed page, ms. */
const pause = 40;

const compressed = Object.fromEntries(Object.entries(scripts).map(([path, text]) => [path, gzipSync(text)]));
const html = { "content-type": "text/html; charset=utf-8", "cache-control": "no-cache", ...isolated };

async function sendPage(response, query) {
  const { head, elements, delivery } = Object.fromEntries(query);
  const parts = partsOf({ head, elements: Number(elements) });
  if (delivery === "whole") {
    response.writeHead(200, { ...html, "content-encoding": "gzip" }).end(gzipSync(parts.join("")));
    return;
  }
  response.writeHead(200, html);
  for (const part of parts) {
    response.write(part);
    await wait(pause);
  }
  response.end();
}

function answer({ url }, response) {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  if (pathname === "/page") return sendPage(response, searchParams);
  if (pathname === "/entry") return response.writeHead(200, html).end("<!doctype html><title>Entry</title>");
  if (pathname === "/heimspiel.json")
    return response.writeHead(200, { "cache-control": "max-age=3600" }).end(JSON.stringify(manifest));
  if (files[pathname]) return response.writeHead(200, isolated).end(files[pathname]);
  const body = compressed[pathname];
  if (!body) return response.writeHead(204).end();
  return response
    .writeHead(200, {
      "content-type": "text/javascript",
      "content-encoding": "gzip",
      "cache-control": "max-age=31536000, immutable",
    })
    .end(body);
}

/** @returns its address, and what ends it */
export async function serve() {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, "localhost", resolve));
  return { url: `http://localhost:${server.address().port}`, close: () => server.close() };
}
