/** Where a command speaks: results on standard output, everything else on standard error. */
export interface Output {
  /** Whether the caller wants one JSON document instead of text. */
  readonly json: boolean;
  /** Whether a person watches: progress is shown only then. */
  readonly interactive: boolean;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

export function processOutput(json: boolean): Output {
  return {
    json,
    interactive: !json && process.stderr.isTTY === true,
    print: (text) => process.stdout.write(text),
    complain: (text) => process.stderr.write(text),
  };
}
