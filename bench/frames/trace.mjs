/** What Chromium's trace says of one page. Times are processor time of its main thread, in ms. */

export const categories = [
  ...["devtools.timeline", "disabled-by-default-devtools.timeline", "v8", "blink.user_timing"],
  "disabled-by-default-devtools.screenshot",
];

const scripts = new Set([
  ...["EvaluateScript", "v8.compile", "v8.compileModule", "v8.evaluateModule", "FunctionCall"],
  ...["TimerFire", "FireIdleCallback", "FireAnimationFrame", "EventDispatch", "RunMicrotasks"],
]);

const duration = ({ tdur = 0 }) => tdur / 1000;
const sum = (events) => events.reduce((total, event) => total + duration(event), 0);
const longest = (events) => Math.max(0, ...events.map(duration));

/** Those that lie in no other; events in order of their time. */
function outermost(events) {
  let end = 0;
  return events.filter(({ ts, dur = 0 }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}

/**
 * @param trace its text
 * @param noted what the page has noted: when it began, and when all slots were painted, ms
 */
export function readTrace(trace, { begin: began, all }) {
  const events = JSON.parse(trace).traceEvents.sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const end = events.find(({ name }) => name === "bench:end");
  const begin = events.findLast(({ name, ts }) => name === "bench:begin" && ts < end.ts);
  const own = events.filter(({ pid, tid, ts }) => pid === begin.pid && tid === begin.tid && ts >= begin.ts);
  const painted = begin.ts + 1000 * (all - began);
  const loading = own.filter(({ ts }) => ts < end.ts);
  const recorder = loading.filter(({ args }) => args.data?.functionName === "benchFrame");
  const isRecorder = ({ ts, dur }) => recorder.some((event) => event.ts >= ts && event.ts <= ts + dur);
  const run = outermost(loading.filter(({ name }) => scripts.has(name))).filter(
    (event) => !isRecorder(event),
  );
  const handlers = own.filter(({ name, ts }) => name === "EventDispatch" && ts > end.ts);
  const ofType = (...types) => handlers.filter(({ args }) => types.includes(args.data.type));
  const leaving = ["pagehide", "visibilitychange", "beforeunload", "unload"];
  const tasks = outermost(loading.filter(({ name }) => name.endsWith("RunTask")));
  const screenshots = events.filter(({ name }) => name === "Screenshot").map(({ args }) => args.snapshot);
  return {
    script: sum(run),
    decision: sum(run.filter(({ ts }) => ts < painted)),
    longestScript: longest(run),
    tasks: sum(tasks),
    longestTask: longest(tasks),
    leaving: sum(outermost(ofType(...leaving))),
    handler: longest(handlers.filter(({ args }) => !leaving.includes(args.data.type))),
    screenshots,
  };
}
