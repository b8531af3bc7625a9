import { autocomplete, cancel, confirm, log, multiselect, select, text } from "@clack/prompts";
import { EXIT } from "../errors.ts";

/** One of several answers. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
}

/** Questions on a terminal. A person who breaks one off ends the command: `Cancelled` is thrown. */
export interface Asker {
  readonly choose: (message: string, choices: readonly Choice[]) => Promise<string>;
  /** One of many, found by typing a part of it. */
  readonly search: (message: string, choices: readonly Choice[]) => Promise<string>;
  /** Some of them, at least one; at first all are chosen. */
  readonly pick: (message: string, choices: readonly Choice[]) => Promise<readonly string[]>;
  /** `refuse` says what is wrong with an answer. */
  readonly enter: (message: string, initial: string, refuse: (answer: string) => string | undefined) => Promise<string>;
  readonly agree: (message: string) => Promise<boolean>;
  readonly tell: (text: string) => void;
}

/** Those of the process unless others are given. */
type Streams = Pick<Parameters<typeof text>[0], "input" | "output">;

/** Thrown through everything that waits for an answer. */
export class Cancelled extends Error {}

/** What a dialogue ends with; done, where a person breaks it off. */
export async function untilCancelled(dialogue: () => Promise<number>): Promise<number> {
  try {
    return await dialogue();
  } catch (error) {
    if (error instanceof Cancelled) return EXIT.done;
    throw error;
  }
}

export function terminalAsker(streams: Streams = {}): Asker {
  const answered = async <T extends string | boolean | readonly string[]>(question: Promise<T | symbol>): Promise<T> => {
    const answer = await question;
    if (typeof answer !== "symbol") return answer;
    cancel("Nothing was sent.", streams);
    throw new Cancelled();
  };
  return {
    choose: (message, choices) => answered<string>(select({ ...streams, message, options: [...choices] })),
    search: (message, choices) => answered<string>(autocomplete({ ...streams, message, options: [...choices], maxItems: 12 })),
    pick: (message, choices) => {
      const initialValues = choices.map(({ value }) => value);
      return answered<string[]>(
        multiselect({ ...streams, message, options: [...choices], initialValues, required: true, maxItems: 12 }),
      );
    },
    enter: (message, initial, refuse) =>
      answered<string>(text({ ...streams, message, initialValue: initial, validate: (answer) => refuse(answer ?? "") })),
    agree: (message) => answered<boolean>(confirm({ ...streams, message, initialValue: false })),
    tell: (words) => log.message(words, streams),
  };
}
