import type { GateValues } from "../../documents/pull-request-values.ts";

/** Makers of one gate's verdicts. A text has no time that passes in it, or a second run would find another. */
export function gate(name: string) {
  const verdict =
    (state: GateValues["state"]) =>
    (text: string): GateValues => ({ name, state, text });
  return {
    passed: verdict("passed"),
    waiting: verdict("waiting"),
    failed: verdict("failed"),
    notAsked: (): GateValues => verdict("passed")("Not asked for."),
    /** For a verdict that nothing would ever change, until a person does. */
    nobodyReports: (from: string): string =>
      `Nobody reports ${from}: notifications.github is off in gitops.yaml. Switch it on, or ask for no ${name}.`,
    unknown: (): GateValues => verdict("waiting")("Not known without GitHub."),
  };
}

/** `2026-11-28T11:17Z` */
export function minute(time: Date): string {
  return `${time.toISOString().slice(0, 16)}Z`;
}

/** As people compare commits. */
export function short(commit: string): string {
  return commit.slice(0, 8);
}
