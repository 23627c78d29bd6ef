/** The ceiling on this machine: an endpoint of the same framework that only parses the same body. */
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";

const app = new Hono();
app.post("/v1/reports", async (context) => {
  const report = await context.req.json();
  return context.body(null, report.v === 1 ? 204 : 400);
});
const server = createAdaptorServer({ fetch: app.fetch });
server.listen(0, "127.0.0.1", () => console.log(`listening http://127.0.0.1:${server.address().port}`));
