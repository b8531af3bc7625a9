import { parseDocument } from "yaml";
import type { KubernetesObject } from "../kubernetes/resource.ts";
import { isMap } from "./value.ts";

/** The object with the files of a ConfigMap as data, so that a key of `milvus.yaml` is a field like any other. */
export function readable(object: KubernetesObject): KubernetesObject {
  if (object.kind !== "ConfigMap" || !isMap(object.data)) return object;
  const files = Object.entries(object.data).map(([file, text]) => [file, contents(file, text)]);
  return { ...object, data: Object.fromEntries(files) };
}

/** A text that is no mapping or list of YAML stays a text. */
function contents(file: string, text: unknown): unknown {
  if (typeof text !== "string" || !/\.(?:ya?ml|json)$/.test(file)) return text;
  const document = parseDocument(text, { logLevel: "silent" });
  if (document.errors.length > 0) return text;
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return typeof value === "object" && value !== null ? value : text;
  } catch {
    return text;
  }
}
