/**
 * Sends distinct reports over connections that are kept full, and counts the answers. It writes bytes that were made
 * before and only looks for status lines, so that it costs far less than the servers it measures.
 * Run: node load.mjs '{"ports":[8787],"seconds":4,"connections":128,"depth":4,"sender":1}'
 */
import { connect } from "node:net";
import { idAt, requestsTo } from "./requests.mjs";

const { ports, seconds, connections, depth, sender } = JSON.parse(process.argv[2]);
const statusLine = Buffer.from("HTTP/1.1 ");
const lineLength = statusLine.length + 3;
const templates = requestsTo("localhost");
const state = { sending: true, counting: false, sent: 0, statuses: {} };

/** The next request, as bytes that no request had before. */
function next() {
  const { bytes, idOffset } = templates[state.sent % templates.length];
  const request = Buffer.from(bytes);
  request.latin1Write(idAt(sender, state.sent++), idOffset);
  return request;
}

/** Counts the status lines of what came, and gives the end that may hold the start of one. */
function count(data, onAnswer) {
  let end = 0;
  for (let at = data.indexOf(statusLine); at >= 0 && at + lineLength <= data.length;) {
    end = at + lineLength;
    onAnswer(data.latin1Slice(end - 3, end));
    at = data.indexOf(statusLine, end);
  }
  return data.subarray(Math.max(end, data.length - lineLength + 1));
}

/** One connection with `depth` requests under way, until sending ends and all are answered. */
function run(port) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let open = 0;
    let rest = Buffer.alloc(0);
    const fill = () => {
      if (!state.sending) return void (open === 0 && socket.end());
      const requests = Array.from({ length: depth - open }, next);
      open = depth;
      if (requests.length > 0) socket.write(Buffer.concat(requests));
    };
    socket.on("connect", fill).on("error", reject).on("close", resolve);
    socket.on("data", (data) => {
      rest = count(rest.length > 0 ? Buffer.concat([rest, data]) : data, (status) => {
        open--;
        if (state.counting) state.statuses[status] = (state.statuses[status] ?? 0) + 1;
      });
      fill();
    });
  });
}

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const ended = Promise.all(
  Array.from({ length: connections }, (_, index) => run(ports[index % ports.length])),
);
await wait(500);
const [cpu, begun] = [process.cpuUsage(), performance.now()];
state.counting = true;
await wait(1000 * seconds);
state.counting = false;
const took = (performance.now() - begun) / 1000;
const { user, system } = process.cpuUsage(cpu);
state.sending = false;
await ended;
const answers = Object.values(state.statuses).reduce((sum, value) => sum + value, 0);
console.log(
  JSON.stringify({
    perSecond: answers / took,
    sent: state.sent,
    statuses: state.statuses,
    busy: (user + system) / 1e6 / took,
  }),
);
