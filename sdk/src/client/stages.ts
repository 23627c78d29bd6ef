/** The stages that come after first paint. Each is fetched when first needed. */
export interface Stages {
  consent(): Promise<typeof import("./consent-stage.js")>;
  store(): Promise<typeof import("./store-stage.js")>;
  observe(): Promise<typeof import("./observe-stage.js")>;
  report(): Promise<typeof import("./report-stage.js")>;
  panel(): Promise<typeof import("./panel-stage.js")>;
  inspector(): Promise<typeof import("./inspector-stage.js")>;
}
