/** What `heimspiel/signals` reads is what the model takes in: the one type that passes between these two rooms. */
export type { Signal, SignalKind, TopicRef } from "../signals/signal.js";
