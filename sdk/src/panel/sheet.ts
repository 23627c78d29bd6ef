/** A style sheet made with script, which `style-src` does not forbid; `failed` hears of a browser too old for it, which shows things plainly. */
export function sheetOf(
  window: Window & typeof globalThis,
  css: string,
  failed: (error: unknown) => void,
): CSSStyleSheet[] {
  try {
    const sheet = new window.CSSStyleSheet();
    sheet.replaceSync(css);
    return [sheet];
  } catch (error) {
    failed(error);
    return [];
  }
}
