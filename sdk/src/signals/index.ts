export type { Emit } from "./ports.js";
export { readDataLayer, type DataLayerOptions } from "./read-data-layer.js";
export { readPage, type ReadOptions } from "./read-page.js";
export type { Item, Signal, SignalKind, Subject, TopicRef } from "./signal.js";
export { slug } from "./slug.js";
export { startSources, type SourceName, type SourcesOptions } from "./start-sources.js";
