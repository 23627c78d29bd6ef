import { expect, test, vi } from "vitest";
import { createTabs, type TabChannel, type TabMessage } from "./tabs.js";

const denial: TabMessage = { kind: "consent", purpose: "statistics", state: "denied", at: 5, epoch: 1 };

/** Channels that are joined to each other, without the browser's delay. */
function joined(): () => TabChannel {
  const all: TabChannel[] = [];
  return () => {
    const own: TabChannel = {
      onmessage: null,
      postMessage(data) {
        const message = { data } as MessageEvent;
        for (const one of all) if (one !== own) one.onmessage?.call(one as BroadcastChannel, message);
      },
      close: () => void all.splice(all.indexOf(own), 1),
    };
    all.push(own);
    return own;
  };
}

test("a message reaches the other tabs and not its sender, until they stop", () => {
  const channel = joined();
  const heard = [vi.fn(), vi.fn(), vi.fn()];
  const [first, second] = heard.map((onMessage) => createTabs({ channel, onMessage }));
  second!.stop();
  first!.send(denial);
  expect(heard.map((one) => one.mock.calls)).toEqual([[], [], [[denial]]]);
  second!.send(denial);
  expect(heard[0]).not.toHaveBeenCalled();
});

test("anything else on the channel is ignored", () => {
  const channel = joined();
  const onMessage = vi.fn();
  createTabs({ channel, onMessage });
  const stranger = channel();
  for (const data of [null, undefined, 1, "written", {}, { kind: "other" }]) stranger.postMessage(data);
  expect(onMessage).not.toHaveBeenCalled();
});

test("a tab without channels works alone, and what a channel throws stays here", () => {
  const onMessage = vi.fn();
  const refused = () => {
    throw new DOMException("no", "SecurityError");
  };
  for (const channel of [refused, () => undefined]) {
    const tabs = createTabs({ channel, onMessage });
    tabs.send(denial);
    tabs.stop();
  }
  const closed = { ...joined()(), postMessage: refused };
  expect(() => createTabs({ channel: () => closed, onMessage }).send(denial)).not.toThrow();
});
