import { expect, test, vi } from "vitest";
import { settled } from "./contract.test-helper.js";
import { onceResolved } from "./once-resolved.js";

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

test("there is no answer before it has come", async () => {
  const question = deferred<string>();
  const { get, ask } = onceResolved(() => question.promise);
  const changed = vi.fn();
  ask(changed);
  await settled();
  expect([get(), changed.mock.calls.length]).toEqual([undefined, 0]);
  question.resolve("yes");
  await settled();
  expect([get(), changed.mock.calls.length]).toEqual(["yes", 1]);
});

test("an older answer that comes late does not overwrite the newer one", async () => {
  const [older, newer] = [deferred<string>(), deferred<string>()];
  const questions = [older, newer];
  const { get, ask } = onceResolved(() => questions.shift()?.promise);
  const changed = vi.fn();
  ask(changed);
  ask(changed);
  newer.resolve("newer");
  await settled();
  older.resolve("older");
  await settled();
  expect([get(), changed.mock.calls.length]).toEqual(["newer", 1]);
});

test.each([
  ["rejected", () => Promise.reject(new Error("inside"))],
  [
    "thrown",
    () => {
      throw new Error("inside");
    },
  ],
])("what is %s is thrown when read, until there is an answer again", async (_, fail) => {
  let question: () => Promise<string> = fail;
  const { get, ask } = onceResolved(() => question());
  ask(() => undefined);
  await settled();
  expect(get).toThrow("inside");
  question = () => Promise.resolve("yes");
  ask(() => undefined);
  await settled();
  expect(get()).toBe("yes");
});

test("a late failure does not overwrite a newer answer", async () => {
  const older = deferred<string>();
  const questions = [older.promise, Promise.resolve("newer")];
  const { get, ask } = onceResolved(() => questions.shift());
  ask(() => undefined);
  ask(() => undefined);
  await settled();
  older.reject(new Error("late"));
  await settled();
  expect(get()).toBe("newer");
});
