import { expect, test } from "vitest";
import type { Ports } from "./ports.js";
import { run } from "./run.js";

const page =
  '<div data-heim-slot="a"><template data-heim-variant="b" data-heim-when="persona = hikre"></template></div>';
const manifest = '{ "personas": { "hiker": "visit.count > 1" } }';

async function check(
  args: readonly string[],
  files: Record<string, string> = {},
): Promise<{ code: number; out: string[]; err: string[]; fetched: string[] }> {
  const [out, err, fetched]: [string[], string[], string[]] = [[], [], []];
  const read = (name: string): Promise<string> => {
    const text = files[name];
    return text === undefined ? Promise.reject(new Error("not there")) : Promise.resolve(text);
  };
  const ports: Ports = {
    readFile: read,
    listFolder(path) {
      const inside = Object.keys(files).filter((name) => name.startsWith(`${path}/`));
      return Promise.resolve(inside.length > 0 ? inside : undefined);
    },
    fetchText(url) {
      fetched.push(url);
      return read(url);
    },
    print: (line) => out.push(line),
    complain: (line) => err.push(line),
  };
  const code = await run(args, ports);
  return { code, out, err, fetched };
}

test.each<[string[], string]>([
  [[], 'heimspiel: expected "check", found nothing'],
  [["chek", "x"], 'heimspiel: expected "check", found chek'],
  [["check"], "heimspiel: nothing to check: name a page, a folder or an address"],
  [["check", "--max-warnings", "few", "x"], "heimspiel: --max-warnings wants a whole number, found few"],
  [["check", "absent.html"], "heimspiel: absent.html: not there"],
  [["check", "empty"], "heimspiel: there is no page and no heimspiel.json"],
])("%j is a mistake of the caller's", async (args, expected) => {
  const { code, out, err } = await check(args, { "empty/readme.md": "" });
  expect({ code, out, err }).toEqual({ code: 2, out: [], err: [expected] });
});

test("an unknown flag is one, too", async () => {
  const { code, err } = await check(["check", "--colour", "x"]);
  expect([code, err.length, err[0]]).toEqual([2, 1, expect.stringContaining("--colour")]);
});

test("help is printed", async () => {
  const { code, out } = await check(["--help"]);
  expect([code, out.join("\n")]).toEqual([
    0,
    expect.stringContaining("heimspiel check [options] URL|folder|file"),
  ]);
});

test("a page at an address is checked against the manifest it names", async () => {
  const files = {
    "https://shop.example/en/": `<script src="/heimspiel.js" data-manifest="/heimspiel.json"></script>${page}`,
    "https://shop.example/heimspiel.json": manifest,
  };
  const { code, out, fetched } = await check(["check", "https://shop.example/en/"], files);
  expect(fetched).toEqual(Object.keys(files));
  expect(code).toBe(1);
  expect(out).toEqual([
    'https://shop.example/en/:1:142  error  unknown-persona  the manifest has no persona "hikre" (did you mean "hiker"?)',
    "2 files: 1 error, 0 warnings",
  ]);
});

test("a file is checked against the manifest beside it, the one given, or none", async () => {
  const files = { "site/a.html": page, "other.json": '{ "personas": { "hikre": "visit.count > 1" } }' };
  expect((await check(["check", "site/a.html"], files)).code).toBe(0);
  expect((await check(["check", "site/a.html"], { ...files, "site/heimspiel.json": manifest })).code).toBe(1);
  expect((await check(["check", "--manifest", "other.json", "site/a.html"], files)).code).toBe(0);
});

test("warnings fail only when there are too many, info is told only when asked for", async () => {
  const files = {
    "a.html": `<div data-heim-slot="a"></div><div data-heim-slot="b">
      <template data-heim-variant="c" data-heim-when="visit.count > 1"></template>
      <template data-heim-variant="d" data-heim-when="device.mobile"></template></div>`,
  };
  expect(await check(["check", "a.html"], files)).toMatchObject({ code: 0, out: { length: 2 } });
  expect(await check(["check", "--max-warnings=0", "a.html"], files)).toMatchObject({ code: 1 });
  expect(await check(["check", "--info", "--max-warnings", "1", "a.html"], files)).toMatchObject({
    code: 0,
    out: { length: 3 },
  });
});

test("what is named twice is told once", async () => {
  const files = { "s/a.html": page, "s/heimspiel.json": manifest.replace("visit", "visits") };
  const { out } = await check(["check", "--manifest", "s/heimspiel.json", "s", "s/a.html"], files);
  expect(out.map((line) => line.split("  ")[2])).toEqual(["unknown-persona", "unknown-fact", undefined]);
  expect(out.at(-1)).toBe("2 files: 2 errors, 0 warnings");
});

test("JSON has every part of a problem", async () => {
  const { out } = await check(["check", "--json", "a.json"], { "a.json": '{ "tpics": [] }' });
  expect(JSON.parse(out.join("\n"))).toEqual([
    {
      ...{ file: "a.json", line: 1, column: 3, severity: "error", rule: "manifest-key" },
      message: 'the manifest has no key "tpics"',
      remedy: 'did you mean "topics"?',
    },
  ]);
});

test("a goal that a script in the folder reaches is reached", async () => {
  const slot = `<div data-heim-slot="x" data-heim-goal="g"><template data-heim-variant="b"></template></div>`;
  const warnings = async (more: Record<string, string>): Promise<string | undefined> =>
    (await check(["check", "s"], { "s/a.html": slot, ...more })).out.at(-1);
  expect(await warnings({})).toBe("1 file: 0 errors, 1 warning");
  expect(await warnings({ "s/b.js": 'client.goal("g")' })).toBe("1 file: 0 errors, 0 warnings");
  expect(await warnings({ "s/b.html": '<a data-heim-goal="g">' })).toBe("2 files: 0 errors, 0 warnings");
});
