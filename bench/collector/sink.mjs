/** What the load generator is able to: a server that counts bytes and reads none of them. */
import { createServer } from "node:net";
import { requestsTo } from "./requests.mjs";

const size = requestsTo("localhost")[0].bytes.length;
const server = createServer((socket) => {
  let bytes = 0;
  socket.on("data", (data) => {
    bytes += data.length;
    const requests = Math.floor(bytes / size);
    bytes -= requests * size;
    if (requests > 0) socket.write("HTTP/1.1 204 No Content\r\n\r\n".repeat(requests));
  });
});
server.listen(0, "127.0.0.1", () => console.log(`listening http://127.0.0.1:${server.address().port}`));
