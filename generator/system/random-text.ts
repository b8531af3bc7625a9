import { randomBytes } from "node:crypto";

/** A credential of 192 bits in letters, digits, - and _. */
export function randomText(): string {
  return randomBytes(24).toString("base64url");
}
