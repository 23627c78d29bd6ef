import { expect, test, vi } from "vitest";
import { createEmitter } from "./emitter.js";

interface Events {
  slot: { name: string };
  change: undefined;
}

test("listeners hear their own event, in the order they came, with its value", () => {
  const emitter = createEmitter<Events>(vi.fn());
  const heard: unknown[] = [];
  emitter.on("slot", ({ name }) => heard.push(["first", name]));
  emitter.on("slot", ({ name }) => heard.push(["second", name]));
  emitter.on("change", (event) => heard.push(["change", event]));
  emitter.emit("slot", { name: "hero" });
  expect(heard).toEqual([
    ["first", "hero"],
    ["second", "hero"],
  ]);
  emitter.emit("change", undefined);
  expect(heard.at(-1)).toEqual(["change", undefined]);
});

test("an event without listeners is nobody's business", () => {
  const log = vi.fn();
  createEmitter<Events>(log).emit("change", undefined);
  expect(log).not.toHaveBeenCalled();
});

test("a listener that throws is named and does not keep the others from hearing", () => {
  const log = vi.fn();
  const emitter = createEmitter<Events>(log);
  const fault = new Error("mine");
  const after = vi.fn();
  emitter.on("slot", () => {
    throw fault;
  });
  emitter.on("slot", after);
  expect(() => emitter.emit("slot", { name: "hero" })).not.toThrow();
  expect(after).toHaveBeenCalledOnce();
  expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('"slot"'), fault);
});

test("a stopped listener hears nothing more; stopping twice is harmless", () => {
  const emitter = createEmitter<Events>(vi.fn());
  const [gone, stays] = [vi.fn(), vi.fn()];
  const stop = emitter.on("change", gone);
  emitter.on("change", stays);
  stop();
  stop();
  emitter.emit("change", undefined);
  expect(gone).not.toHaveBeenCalled();
  expect(stays).toHaveBeenCalledOnce();
});

test("one listener given twice is one listener", () => {
  const emitter = createEmitter<Events>(vi.fn());
  const listener = vi.fn();
  emitter.on("change", listener);
  emitter.on("change", listener);
  emitter.emit("change", undefined);
  expect(listener).toHaveBeenCalledOnce();
});

test("listeners that come and go while an event is told hear whole events only", () => {
  const emitter = createEmitter<Events>(vi.fn());
  const late = vi.fn();
  const next = vi.fn();
  const stop = emitter.on("change", () => {
    stop();
    emitter.on("change", late);
  });
  emitter.on("change", next);
  emitter.emit("change", undefined);
  expect(next).toHaveBeenCalledOnce();
  expect(late).not.toHaveBeenCalled();
  emitter.emit("change", undefined);
  expect(late).toHaveBeenCalledOnce();
});
