import type { Item } from "./signal.js";
import type { Topic } from "./topic.js";

/** What the readers of a page gather; what an earlier reader said wins. */
export interface PageFacts {
  url: string;
  /** The page's subject. */
  topics: Topic[];
  facets: Record<string, string>;
  item?: Item | undefined;
  /** Topics of the other things on the page. */
  listed: Topic[];
}
