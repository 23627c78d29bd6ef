import { isIPv6 } from "node:net";

/**
 * Who is counted as one sender: an IPv4 address, or the /64 of an IPv6 one, since a household gets all of it.
 * @example networkOf("2001:db8:1:2:3::4") // "2001:db8:1:2"
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = (tail ?? "").split(":").filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  return [...left, ...zeros, ...right].slice(0, 4).join(":");
}

/** Whether the address is this machine itself. */
export function isLoopback(address: string): boolean {
  return address === "::1" || networkOf(address).startsWith("127.");
}
