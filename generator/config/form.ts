import type { Code } from "./codes.ts";

/** The message of a pattern in the schema: how to write the value, after the code that the finding shall have. */
export function form(code: Code, remedy: string): string {
  return `${code} ${remedy}`;
}

/** What `form` packed into the message of an issue; undefined for zod's own words. */
export function readForm(message: string): { readonly code: Code; readonly remedy: string } | undefined {
  const [, code, remedy] = /^(E_[A-Z]+) (.+)$/.exec(message) ?? [];
  return code === undefined || remedy === undefined ? undefined : { code: code as Code, remedy };
}
