import { vi } from "vitest";
import { type Asker, Cancelled, type Choice } from "../../generator/commands/ask.ts";
import { type Output, processOutput } from "../../generator/commands/output.ts";

export interface Asked {
  readonly message: string;
  readonly choices?: readonly Choice[];
  readonly refuse?: (answer: string) => string | undefined;
}

interface Person {
  readonly asker: Asker;
  readonly out: Output;
  /** What was asked and told, in order. */
  readonly asked: readonly Asked[];
  /** All that went to the two streams. */
  readonly printed: () => string;
}

/** A person at a terminal with these answers, who breaks off when they run out. The variables hold for the test. */
export function aPerson(
  answers: readonly (string | boolean | readonly string[])[],
  env: Readonly<Record<string, string | undefined>>,
): Person {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const asked: Asked[] = [];
  const texts: string[] = [];
  const waiting = [...answers];
  const answer = (question: Asked) => {
    asked.push(question);
    const next = waiting.shift();
    if (next === undefined) throw new Cancelled();
    return next;
  };
  const asker: Asker = {
    choose: async (message, choices) => String(answer({ message, choices })),
    search: async (message, choices) => String(answer({ message, choices })),
    pick: async (message, choices) => answer({ message, choices }) as readonly string[],
    enter: async (message, _, refuse) => String(answer({ message, refuse })),
    agree: async (message) => answer({ message }) === true,
    tell: (message) => void asked.push({ message }),
  };
  const stream = { write: (text: string) => void texts.push(text) };
  return { asker, asked, out: processOutput(false, { stdout: stream, stderr: stream }), printed: () => texts.join("") };
}
