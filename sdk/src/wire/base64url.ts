const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * Bytes as base64url without padding (RFC 4648 §5), without the browser's `btoa`, which pure rooms do not have.
 * @example toBase64url(new Uint8Array([1])) // "AQ"
 */
export function toBase64url(bytes: Uint8Array): string {
  let text = "";
  let held = 0;
  let width = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    for (width += 8; width >= 6;) text += alphabet.charAt((held >> (width -= 6)) & 63);
  }
  return width > 0 ? text + alphabet.charAt((held << (6 - width)) & 63) : text;
}

/**
 * The bytes of a base64url text; `undefined` unless it is canonical: no padding, no other character, no stray bits in
 * the last one, so that equal bytes are equal texts.
 * @example fromBase64url("AQ") // Uint8Array [1]
 */
export function fromBase64url(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
  let held = 0;
  let width = 0;
  let at = 0;
  for (const character of text) {
    const value = alphabet.indexOf(character);
    if (value < 0) return undefined;
    held = ((held << 6) | value) & 0xffff;
    width += 6;
    if (width >= 8) bytes[at++] = held >> (width -= 8);
  }
  return width < 6 && (held & ((1 << width) - 1)) === 0 ? bytes : undefined;
}
