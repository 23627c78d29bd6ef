const dayMs = 86_400_000;

/** A day since 1970-01-01 (UTC) as `2026-11-22`. */
export function dayText(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The day of `2026-11-22`; undefined unless it is a real date written so. */
export function parseDay(text: string): number | undefined {
  const ms = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(ms) && dayText(ms / dayMs) === text ? ms / dayMs : undefined;
}
