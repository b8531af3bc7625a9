import type { Promotion } from "./promote-request.ts";

const FROM = "Promotes-from: ";
const ONLY = "Promotes-only: ";

/** The message of a commit that says what it promotes, so that a later run makes the same of it. */
export function withPromotion(message: string, { from, only }: Omit<Promotion, "to">): string {
  return `${message.trimEnd()}\n${[`${FROM}${from}`, ...only.map((field) => `${ONLY}${field}`)].join("\n")}\n`;
}

/** What the message says, undefined for a commit that promotes nothing. */
export function promotionOf(message: string): Omit<Promotion, "to"> | undefined {
  const lines = message.split(/\r?\n/);
  const values = (key: string) => lines.filter((line) => line.startsWith(key)).map((line) => line.slice(key.length));
  const [from] = values(FROM);
  return from === undefined ? undefined : { from, only: values(ONLY) };
}
