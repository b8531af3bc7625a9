import { parseAllDocuments } from "yaml";
import { EXIT, GeneratorError } from "../errors.ts";

/** An object as far as it can be told from its text. */
export interface RenderedObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly [field: string]: unknown;
}

/** The Kubernetes objects of a YAML text; `file` is told where it cannot be read. */
export function parseRendered(text: string, file: string): RenderedObject[] {
  const documents = parseAllDocuments(text, { logLevel: "silent", prettyErrors: true });
  return [...documents].flatMap((document) => {
    const [error] = document.errors;
    if (error !== undefined) throw unreadable(file, error.message);
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    if (value === null) return [];
    if (!isObject(value)) throw unreadable(file, "a document in it is no Kubernetes object");
    return [value];
  });
}

function isObject(value: unknown): value is RenderedObject {
  const { apiVersion, kind, metadata } = value as Partial<RenderedObject>;
  return (
    typeof apiVersion === "string" &&
    typeof kind === "string" &&
    (kind === "Kustomization" || typeof metadata?.name === "string")
  );
}

function unreadable(file: string, reason: string): GeneratorError {
  return new GeneratorError({
    code: "E_YAML",
    exitCode: EXIT.input,
    message: `${file} cannot be compared: ${reason.split("\n")[0]}`,
    remedy: "Correct it, or compare another commit.",
  });
}
