import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyProfile, fold, isPersonal } from "./index.js";

const refused = {
  mail: [
    ...["jane@example.org", "Jane Doe <jane.doe+shop@mail.example.co.uk>", "jürgen@müller.de"],
    ...["write to me: a@b.de!", "JANE@EXAMPLE.ORG"],
  ],
  phone: [
    ...["+49 171 2345678", "+49 (0)171 234-5678", "+1 555 123 4567", "+4917123456789", "+298 123456"],
    ...["0049 171 2345678", "004917123456789", "0171 2345678", "01712345678", "0171/2345678", "(089) 123456"],
    ...["089 12345", "089/12 34 56-7", "01 23 45 67 89", "020 7946 0958", "0800 123 4567", "0171.2345678"],
    ...[
      "(555) 123-4567",
      "555-123-4567",
      "555.123.4567",
      "call 0171 2345678 after 6",
      "size 42, 0171-2345678",
    ],
  ],
  card: [
    ...[
      "4111111111111111",
      "4111 1111 1111 1111",
      "4111-1111-1111-1111",
      "5555555555554444",
      "378282246310005",
    ],
    ...["3782 822463 10005", "30569309025904", "6011111111111117", "2223003122003222", "4222222222222"],
    ...["4111 1111 1111 1111 12/27 123", "card: 4111 1111 1111 1111"],
  ],
  account: ["DE89 3704 0044 0532 0130 00", "de89370400440532013000", "IBAN GB29 NWBK 6016 1331 9268 19"],
};

test.each(Object.entries(refused))("numbers and addresses of a person are found: %s", (_, values) => {
  expect(values.filter((value) => !isPersonal(value))).toEqual([]);
});

const harmless = {
  sizes: ["42", "42.5", "42 2/3", "M/L", "XS-XL", "W32 L34", "EU 38-40", "10.5 UK", "0-3 months", "164/170"],
  measures: ["180 x 200 cm", "1.5 l", "0.12345678", "0,75 l", "15.6 inch", "1920x1080", "-5 °C", "1:87"],
  years: ["1984", "1990-2000", "2024/25", "since 2019"],
  dates: ["01.05.2026", "2026-05-01", "05/01/2026", "1.5.26", "01.05.2026 - 05.06.2026", "2026-05-01T08:30"],
  times: ["08:30", "08:00-18:30", "24/7"],
  prices: ["1.299,00 €", "$1,299.00", "0.99", "100-200", "100 000", "1 000 000", "50-100 EUR", "-20%"],
  postcodes: ["80331", "01067", "SW1A 1AA", "90210-1234", "1010 Wien", "D-80331", "K1A 0B1", "00-950"],
  orders: ["4711-0815", "10023456", "2024-000123", "A-2024-00017", "ORD-0012345678", "#100234567", "0815"],
  articles: ["4006381333931", "4111111111111112", "978-3-16-148410-0", "WX-4711-12", "000123456"],
  names: ["Christian", "@home", "user@home", "c@t", "R2-D2", "O'Neill", "Anna & Ben", "3x3", "4ever"],
  codes: ["AB12CDEFGHIJKLMNO", "DE8937040044", "#ff00aa", "RAL 7016", "555-1234"],
};

test.each(Object.entries(harmless))("near misses that a visitor may tell are kept: %s", (_, values) => {
  expect(values.filter((value) => isPersonal(value))).toEqual([]);
});

const digits = (minLength: number, maxLength = minLength): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...Array.from("0123456789")), minLength, maxLength });
const around = fc.constantFrom("", "it is ", "call: ", "Größe 42, ");

test("every number with a country's code is found", () => {
  fc.assert(
    fc.property(
      around,
      fc.constantFrom("+1 ", "+49", "+44 (0)", "0049 ", "0043"),
      fc.array(digits(3), { minLength: 3, maxLength: 3 }),
      fc.constantFrom("", " ", "-", "."),
      (before, country, groups, sign) => isPersonal(before + country + groups.join(sign)),
    ),
  );
});

const luhn = (text: string): number =>
  Array.from(text)
    .reverse()
    .reduce((sum, digit, i) => {
      const twice = Number(digit) * 2;
      return sum + (i % 2 === 0 ? Number(digit) : twice > 9 ? twice - 9 : twice);
    }, 0) % 10;

const withCheck = (text: string, off = 0): string => `${text}${(10 - luhn(`${text}0`) + off) % 10}`;
const blank = fc.constantFrom("", " ", "-");

test("a card is found by its check digit, with and without its groups", () => {
  fc.assert(
    fc.property(
      around,
      fc.constantFrom(...Array.from("23456")),
      digits(11, 17),
      blank,
      (before, first, middle, sign) => {
        const card = withCheck(first + middle);
        const groups = { 14: [4, 6, 4], 15: [4, 6, 5], 16: [4, 4, 4, 4] }[card.length] ?? [card.length];
        let at = 0;
        return isPersonal(before + groups.map((length) => card.slice(at, (at += length))).join(sign));
      },
    ),
  );
});

test("one wrong digit is no card", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Array.from("23456")),
      digits(14),
      fc.integer({ min: 1, max: 9 }),
      (first, middle, off) => {
        return !isPersonal(withCheck(first + middle, off));
      },
    ),
  );
});

test("words and small numbers are never refused", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.integer({ min: -9_999_999, max: 9_999_999 }).map(String),
        fc.double({ min: 0, max: 9999, noNaN: true }).map((price) => `${price.toFixed(2)} €`),
        fc.integer({ min: 0, max: 4e12 }).map((at) => new Date(at).toISOString().slice(0, 10)),
        fc.string({ unit: fc.constantFrom(...Array.from("abcäöüß -'&.")), maxLength: 64 }),
      ),
      (value) => !isPersonal(value),
    ),
  );
});

test("whatever is asked is answered quickly", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => typeof isPersonal(text) === "boolean"));
  const start = performance.now();
  for (const part of ["0", "0 ", "+0(", "4 ", "a@", "A1", "@.", "1.1"]) isPersonal(part.repeat(100_000));
  expect(performance.now() - start).toBeLessThan(200);
});

const now = Date.UTC(2026, 4, 20);

test("a personal declaration or search leaves the profile as it is", () => {
  const empty = emptyProfile();
  for (const value of Object.values(refused).flat())
    expect(fold(empty, { kind: "declare", topics: [], name: "contact", value, at: now }, now)).toBe(empty);
  const card = { kind: "declare", topics: [], name: "card", value: 4_111_111_111_111_111, at: now } as const;
  expect(fold(empty, card, now)).toBe(empty);
  expect(fold(empty, { ...card, name: "jane@example.org", value: true }, now)).toBe(empty);
  const label = "jane@example.org";
  expect(fold(empty, { kind: "search", topics: [{ id: "jane", label }], at: now }, now)).toBe(empty);
});

test("what else the visitor says is kept", () => {
  for (const value of Object.values(harmless).flat())
    expect(
      fold(emptyProfile(), { kind: "declare", topics: [], name: "a-name", value, at: now }, now).declared[
        "a-name"
      ],
    ).toEqual({
      value,
      at: now,
    });
});
