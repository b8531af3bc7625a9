/** Where a command speaks: results on standard output, everything else on standard error. */
export interface Output {
  /** Whether the caller wants one JSON document instead of text. */
  readonly json: boolean;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  /** What long work is at, for a person who watches: one line of a terminal that the next word replaces. Nothing in a pipe. */
  readonly progress: (text: string) => void;
}

/** The two streams of a process, as far as they matter here. */
interface Streams {
  readonly stdout: { readonly write: (text: string) => unknown };
  readonly stderr: { readonly write: (text: string) => unknown; readonly isTTY?: boolean };
}

/** Whether a person is there who can be asked. */
export function isTerminal({ json }: Output): boolean {
  return !json && process.stdin.isTTY === true && process.stdout.isTTY === true;
}

export function processOutput(json: boolean, { stdout, stderr }: Streams = process): Output {
  const isWatched = !json && stderr.isTTY === true;
  let line = "";
  const replaceLine = (text: string) => {
    if (!isWatched || text === line) return;
    stderr.write(`\r\x1b[K${text}`);
    line = text;
  };
  return {
    json,
    print: (text) => {
      replaceLine("");
      stdout.write(text);
    },
    complain: (text) => {
      replaceLine("");
      stderr.write(text);
    },
    progress: replaceLine,
  };
}
