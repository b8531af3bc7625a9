const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Does what an interruption must not cut in half. A signal waits until the event loop turns, which it does not while files
 * are written; then `tidyUp` runs, and the signal does to this process what it does without a handler.
 */
export async function uninterrupted<T>(action: () => T | Promise<T>, tidyUp: () => void): Promise<T> {
  const end = (signal: NodeJS.Signals) => {
    tidyUp();
    for (const name of SIGNALS) process.off(name, end);
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  try {
    return await thenTidyUp(action, tidyUp);
  } finally {
    await signalsToArrive();
    for (const signal of SIGNALS) process.off(signal, end);
  }
}

async function thenTidyUp<T>(action: () => T | Promise<T>, tidyUp: () => void): Promise<T> {
  try {
    return await action();
  } finally {
    tidyUp();
  }
}

/** The event loop looks for signals between two immediates; one that came meanwhile would be lost with its handler. */
async function signalsToArrive(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
}
