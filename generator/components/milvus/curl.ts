import type { Trust } from "../../kubernetes/trust.ts";

/** How curl verifies the server, and what it shows to one that asks for a certificate. */
export function curlFlags(trust: Trust | undefined): string[] {
  if (trust === undefined) return [];
  const { authority, own } = trust;
  return [`--cacert ${authority}`, ...(own === undefined ? [] : [`--cert ${own.certificate} --key ${own.key}`])];
}

/** A function of the script that makes a text fit to stand between quotes, in JSON and in a configuration of curl. */
export const QUOTED = `quoted() { printf %s "$1" | sed 's/[\\\\"]/\\\\&/g'; }`;
