/** One line of the cart. */
export interface Line {
  readonly id: string;
  readonly size?: string;
  readonly quantity: number;
}

/** The shop's own entry in localStorage; Heimspiel has no part in it. */
export const cartKey = "almweg-cart";

/** Reads the cart. What is not a cart, or a browser that refuses, is an empty one. */
export function readCart(storage: Pick<Storage, "getItem"> = localStorage): Line[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(cartKey) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isLine) : [];
  } catch (error) {
    console.warn("almweg: the cart could not be read and counts as empty", error);
    return [];
  }
}

/** Stores the cart. A full or forbidden storage costs the cart, not the page. */
export function writeCart(
  lines: readonly Line[],
  storage: Pick<Storage, "setItem" | "removeItem"> = localStorage,
): void {
  try {
    if (lines.length > 0) storage.setItem(cartKey, JSON.stringify(lines));
    else storage.removeItem(cartKey);
  } catch (error) {
    console.warn("almweg: the cart could not be kept", error);
  }
}

/** The cart with one more of a product. */
export function withOneMore(lines: readonly Line[], id: string, size?: string): Line[] {
  const line = lines.find((candidate) => candidate.id === id && candidate.size === size);
  if (line) return lines.map((each) => (each === line ? { ...each, quantity: each.quantity + 1 } : each));
  return [...lines, size === undefined ? { id, quantity: 1 } : { id, size, quantity: 1 }];
}

function isLine(value: unknown): value is Line {
  if (typeof value !== "object" || value === null) return false;
  const { id, quantity } = value as Partial<Line>;
  return typeof id === "string" && typeof quantity === "number" && quantity > 0;
}
