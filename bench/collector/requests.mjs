/** Reports as browsers send them: different answers of a visit, and a place for the id that makes each distinct. */
import { arms, bit, slotCells, subset } from "heimspiel/statistics";
import { cellsHash, encodeReport, toBase64url } from "heimspiel/wire";
import { seeded } from "../statistics.mjs";

const eps = 3_000_000;
const slots = ["home-hero", "category-banner", "cart-teaser"];
const placeholder = "x".repeat(21);

export const today = () => Math.floor(Date.now() / 86_400_000);

/** A report's one-time id, distinct for every sender and number, in no order, as those of devices. */
export function idAt(sender, number) {
  const scattered = Math.imul(number, 0x9e3779b1) >>> 0;
  return `${scattered.toString(36).padStart(7, "0")}${sender.toString(36).padStart(4, "0")}${number.toString(36).padStart(10, "0")}`;
}

/** A visit's report: what was reached in a slot of two variants, and what its holdout group is compared by. */
function bodyAt(number, { random, day }) {
  const slot = slots[number % slots.length];
  const cells = slotCells(["hiking", "peru"]);
  const set = subset(random() % cells.length, cells.length, eps, random);
  const reached = bit(random() % 5 === 0, eps, random);
  const [slotAnswer, upliftAnswer] = [
    { q: `slot:${slot}`, cells: cells.length, hash: cellsHash(cells), m: "ss", a: toBase64url(set) },
    {
      q: `uplift:${slot}`,
      cells: 2,
      hash: cellsHash(arms),
      m: "rr",
      arm: random() % 2,
      a: reached ? "AQ" : "AA",
    },
  ];
  const answers = [slotAnswer, upliftAnswer].map((answer) => ({ ...answer, eps }));
  return encodeReport({ v: 1, site: "outdoor", id: placeholder, day, answers });
}

/** Bodies of one day's reports that differ in their answers, and where in them the id is to be written. */
export function bodies(day = today(), count = 1024) {
  const share = seeded();
  const random = () => Math.floor(share() * 2 ** 32);
  return Array.from({ length: count }, (_, number) => bodyAt(number, { random, day }));
}

export const withId = (body, id) => body.replace(placeholder, id);

/** The requests of a page of the shop, and where in each the id is to be written. */
export function requestsTo(host) {
  return bodies().map((body) => {
    const head = [
      "POST /v1/reports HTTP/1.1",
      `Host: ${host}`,
      "Content-Type: text/plain;charset=UTF-8",
      `Content-Length: ${body.length}`,
      "Origin: https://shop.example",
      "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
      "Accept: */*",
      "Accept-Language: de,en;q=0.5",
      "Accept-Encoding: gzip, deflate, br",
      "Sec-Fetch-Mode: cors",
    ].join("\r\n");
    const text = `${head}\r\n\r\n${body}`;
    return { bytes: Buffer.from(text, "latin1"), idOffset: text.indexOf(placeholder) };
  });
}
