/** One thing of the structured data or the dataLayer, untrusted. */
export type Node = Record<string, unknown>;
