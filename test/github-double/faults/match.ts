import type { Match } from "./fault.ts";

/** Whether a call, as `POST pulls`, is meant. */
export function matches(on: Match, call: string): boolean {
  return typeof on === "string" ? asPattern(on).test(call) : on.test(call);
}

function asPattern(text: string): RegExp {
  const parts = text.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s");
}
