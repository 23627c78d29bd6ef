import type { Purpose, Stop } from "../kernel/index.js";

/** What tabs of one site tell each other. */
export type TabMessage =
  | {
      kind: "consent";
      purpose: Purpose;
      state: "unknown" | "granted" | "denied";
      /** Milliseconds since 1970. */
      at: number;
      epoch: number;
    }
  | { kind: "written" }
  | { kind: "erased" };

/** The line to the other tabs. */
export interface Tabs {
  send(message: TabMessage): void;
  stop: Stop;
}

/** What is needed of a BroadcastChannel. */
export type TabChannel = Pick<BroadcastChannel, "postMessage" | "close" | "onmessage">;

/** What the line needs. */
export interface TabOptions {
  /** Opens the channel; may return nothing or throw where there are no channels: then this tab is alone. */
  channel: () => TabChannel | undefined;
  onMessage: (message: TabMessage) => void;
}

const kinds: readonly unknown[] = ["consent", "written", "erased"] satisfies TabMessage["kind"][];

/**
 * Opens the line to the other tabs. Anything else that comes over the channel is ignored. Never throws.
 * @example
 * const tabs = createTabs({ channel: () => new BroadcastChannel("heimspiel"), onMessage: hear });
 * tabs.send({ kind: "written" });
 */
export function createTabs({ channel, onMessage }: TabOptions): Tabs {
  let open = quietly(channel);
  if (open) {
    open.onmessage = ({ data }: MessageEvent<Partial<TabMessage> | null>) => {
      if (open && data && kinds.includes(data.kind)) onMessage(data as TabMessage);
    };
  }
  return {
    send(message) {
      quietly(() => open?.postMessage(message));
    },
    stop() {
      open?.close();
      open = undefined;
    },
  };
}

function quietly<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch {
    return undefined; // a tab without a channel works alone, and learns of the others when it is loaded again
  }
}
