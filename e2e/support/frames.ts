import type { Page } from "@playwright/test";

/** What one frame of a page shows of a slot. */
export interface Frame {
  /** `data-heim-state` at the frame, empty before there is one. */
  state: string;
  active: string;
  visible: boolean;
}

declare global {
  interface Window {
    recordedFrames: Frame[];
  }
}

/**
 * Records, from the first frame of every page on, what each frame shows of a slot. A callback of `requestAnimationFrame`
 * runs right before its frame is painted, so what it sees is what the visitor gets to see.
 */
export async function recordFrames(page: Page, slot: string): Promise<void> {
  await page.addInitScript((name) => {
    window.recordedFrames = [];
    const look = (): void => {
      const element = document.querySelector<HTMLElement>(`[data-heim-slot="${name}"]`);
      if (element) {
        const { heimState: state = "", heimActive: active = "" } = element.dataset;
        window.recordedFrames.push({
          state,
          active,
          visible: getComputedStyle(element).visibility !== "hidden",
        });
      }
      if (window.recordedFrames.length < 200) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, slot);
}

/** The frames of the current page. */
export const framesOf = (page: Page): Promise<Frame[]> => page.evaluate(() => window.recordedFrames);
