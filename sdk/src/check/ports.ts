/** What the check asks of the outside world. */
export interface Ports {
  /** A file's text; rejects when there is none. */
  readFile: (path: string) => Promise<string>;
  /** Paths of all files in a folder and below it; undefined for what is no folder, or is not there. */
  listFolder: (path: string) => Promise<string[] | undefined>;
  /** What is at an address; rejects when it cannot be had. */
  fetchText: (url: string) => Promise<string>;
  /** One line for whoever reads the result. */
  print: (line: string) => void;
  /** One line for whoever made the mistake. */
  complain: (line: string) => void;
}
