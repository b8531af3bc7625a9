export interface Mutation {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

type Variables = Readonly<Record<string, unknown>>;

/** The first mutation of a document with its input, which may be a variable or be written out with variables inside. */
export function readMutation(query: string, variables: Variables): Mutation | undefined {
  const found = /(\w+)\s*\(\s*input\s*:\s*(?:\$(\w+)|\{([^}]*)\})/.exec(query);
  if (found === null) return undefined;
  const [, name = "", variable, fields = ""] = found;
  const input = variable === undefined ? readFields(fields, variables) : (variables[variable] as Variables);
  return { name, input };
}

function readFields(fields: string, variables: Variables): Variables {
  const pairs = [...fields.matchAll(/(\w+)\s*:\s*(?:\$(\w+)|"([^"]*)"|(\w+))/g)];
  return Object.fromEntries(
    pairs.map(([, name = "", variable, text, word]) => [name, variable === undefined ? (text ?? word) : variables[variable]]),
  );
}
