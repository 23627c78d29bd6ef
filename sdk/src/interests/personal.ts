/** An address; a number with its country or area, or in the North American groups of 3, 3 and 4; an IBAN. */
const contact =
  /\S@\S+\.\w|(?<![\w.,/-])((\+|\(?00?(?!\d[./-]\d\d?[./-])(?=[1-9]))([ ()/.-]{0,3}\d){7}|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)|[A-Z]{2}\d\d( ?\w{4}){2,7} ?\d{1,4}\b)/i;

/** Payment cards, as one number or in the groups that are on them. */
const card = /\b[2-6]\d{3}(([ -]?\d{4}){3}|[ -]?\d{6}[ -]?\d{4,5}|\d{9,15})\b/g;

/**
 * Whether a text holds an e-mail address, a telephone number, or the number of a payment card or bank account. Nothing of
 * the kind is kept, whoever says it.
 * @param value what the visitor said; its first 200 characters count
 * @returns true when it must not be kept. Sizes, years, dates, prices, postcodes and most order numbers may
 * @example
 * isPersonal("jane@example.org"); // true
 * isPersonal("42"); // false
 * @see https://www.itu.int/rec/T-REC-E.164
 */
export function isPersonal(value: string): boolean {
  const text = value.slice(0, 200);
  return contact.test(text) || (text.match(card) ?? []).some(isLuhn);
}

/** The check digit of payment cards: https://en.wikipedia.org/wiki/Luhn_algorithm */
const isLuhn = (number: string): boolean =>
  (number.match(/\d/g) ?? []).reduceRight(
    (sum, digit, i, { length }) => sum + ((+digit << ((length - i - 1) % 2)) % 9 || +digit),
    0,
  ) %
    10 ===
  0;
