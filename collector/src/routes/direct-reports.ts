import type { IncomingMessage, ServerResponse } from "node:http";
import { readIncoming } from "./body.js";
import type { AppOptions, Sender } from "./options.js";
import { answerReports } from "./reports.js";

/** Answers a request of Node's server, unless it is for others: says whether it did. */
export type Direct = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

/**
 * The same as {@link reports} without Request and Response, which cost a busy collector more than all its checks. Takes
 * only the address that devices use; what is written in another way goes through the app.
 */
export function directReports(options: AppOptions): Direct {
  const answers = answerReports(options);
  return (incoming, outgoing) => {
    if (incoming.method !== "POST" || incoming.url !== "/v1/reports") return false;
    const header = (name: string): string | undefined => incoming.headers[name.toLowerCase()]?.toString();
    const sender: Sender = { req: { header }, env: { incoming } };
    void answers
      .post(sender, () => readIncoming(incoming))
      .then(({ status, headers, body }) => outgoing.writeHead(status, headers).end(body ?? undefined));
    return true;
  };
}
