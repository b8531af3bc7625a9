import { parseAllDocuments } from "yaml";

/** The objects that Kustomize printed, one a document; an empty document is none. */
export function parseObjects(text: string): unknown[] {
  const documents = parseAllDocuments(text, { version: "1.2", uniqueKeys: false, logLevel: "silent" });
  const values = Array.isArray(documents) ? documents.map((document) => document.toJS() as unknown) : [];
  return values.filter((value) => value !== null);
}
