/** What the loads of one condition say together. */
import { bootstrap, median } from "../statistics.mjs";

const rounded = (value, digits = 1) => Number(value.toFixed(digits));
const middle = (loads, key) => rounded(median(loads.map((load) => load[key])));
const most = (loads, key) => rounded(Math.max(...loads.map((load) => load[key])));
const count = (loads, test) => loads.filter(test).length;

const isPersonalized = ({ personalized }) => personalized === 3;
/** The default of a slot that ends personalized was painted, by either record. */
const isFlash = (load) => load.defaultFrames > 0 || (isPersonalized(load) && load.defaultPictures > 0);

/** One ratio a run, since what disturbs the machine disturbs neighbours alike. */
function ratio(loads, key, { static: others }) {
  const ratios = loads.map((load, run) => load[key] / others[run].fcp);
  return bootstrap(ratios);
}
const shown = ({ median: value, low, high }) =>
  `${value.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;

/** What a visitor sees. */
export const tableOf = (results) =>
  Object.fromEntries(
    Object.entries(results).map(([name, loads]) => [
      name,
      {
        FCP: middle(loads, "fcp"),
        ": static": shown(ratio(loads, "fcp", results)),
        "first slot": middle(loads, "first"),
        ": static FCP": shown(ratio(loads, "first", results)),
        "all slots": middle(loads, "all"),
        personalized: count(loads, isPersonalized),
        "default seen": count(loads, isFlash),
        shift: most(loads, "shift"),
      },
    ]),
  );

/** What it costs the main thread. */
export const costsOf = (results) =>
  Object.fromEntries(
    Object.entries(results).map(([name, loads]) => [
      name,
      {
        "script until painted": middle(loads, "decision"),
        "all script": middle(loads, "script"),
        "all tasks": middle(loads, "tasks"),
        "longest script": middle(loads, "longestScript"),
        "longest task": middle(loads, "longestTask"),
        "its maximum": most(loads, "longestTask"),
        leaving: middle(loads, "leaving"),
        "longest handler": middle(loads, "handler"),
      },
    ]),
  );

/** What a page of many elements costs, beside one of few. */
export function sizeOf({ few, many }) {
  const ratios = (key) => shown(bootstrap(many.map((load, run) => load[key] / few[run][key])));
  return { "all script": ratios("script"), "longest script": ratios("longestScript") };
}

/** What the first decision on a page of many slots costs. */
export const manySlotsOf = (loads) =>
  Object.fromEntries(
    ["rendered", "laid out"].map((key) => [key, shown(bootstrap(loads.map((load) => load[key])))]),
  );

/** Where a goal is missed beyond doubt. */
export function failuresOf(results) {
  const { boot, static: page } = results;
  const fcp = ratio(boot, "fcp", results);
  return [
    [page.some(({ defaultPictures }) => !defaultPictures), "the default is not found in the pictures"],
    [boot.some(isFlash), "a default was seen"],
    [boot.some(({ shift }) => shift > 0), "the layout has shifted"],
    [fcp.low > 1.03, `FCP is ${shown(fcp)} of the static page's`],
  ].flatMap(([failed, words]) => (failed ? [words] : []));
}
