import { GeneratorError } from "../errors.ts";
import type { GitHub } from "./client.ts";
import { oneLine, refusalStatus, strangeAnswer } from "./failure.ts";
import { isObject } from "./shape.ts";

/** Why a mutation was refused: GitHub's words, and whether this GitHub does not have the mutation at all. */
export interface Refused {
  readonly words: string;
  readonly isUnknown: boolean;
}

/** Runs a mutation; undefined when it was done. GitHub refuses with 200 and errors in the answer. */
export async function mutate(
  github: GitHub,
  name: string,
  input: Readonly<Record<string, unknown>>,
): Promise<Refused | undefined> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const mutation = `mutation ${name}($input: ${type}!) { ${name}(input: $input) { clientMutationId } }`;
  try {
    const data: unknown = await github.graphql(mutation, { input });
    if (!isObject(data) || !isObject(data[name])) throw strangeAnswer("/graphql");
    return undefined;
  } catch (error) {
    return refusedAs(error);
  }
}

function refusedAs(error: unknown): Refused {
  const status = refusalStatus(error);
  if (status === 404) return { words: "GraphQL is not there", isUnknown: true };
  if (error instanceof GeneratorError && [403, 422].includes(status ?? 0)) return { words: error.message, isUnknown: false };
  const errors = isObject(error) && Array.isArray(error.errors) ? error.errors.filter(isObject) : [];
  if (errors.length === 0) throw error;
  return { words: oneLine(errors.map(({ message }) => String(message)).join("; ")), isUnknown: errors.some(isUnknown) };
}

/** The same for a pull request that was opened a moment ago, which GitHub may not find yet. */
export async function mutatePull(
  github: GitHub,
  name: string,
  input: Readonly<Record<string, unknown>>,
): Promise<Refused | undefined> {
  for (const seconds of [1, 2, 4]) {
    const refused = await mutate(github, name, input);
    if (!/Could not resolve to a node/i.test(refused?.words ?? "")) return refused;
    await github.pause(seconds);
  }
  return mutate(github, name, input);
}

/** As graphql-ruby says it of a field that a schema does not have. */
function isUnknown({ message, extensions }: Readonly<Record<string, unknown>>): boolean {
  return (
    (isObject(extensions) && extensions.code === "undefinedField") || /doesn't exist on type 'Mutation'/.test(String(message))
  );
}
