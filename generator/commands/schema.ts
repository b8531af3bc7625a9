import { EXIT } from "../errors.ts";
import { replaceText } from "../system/text-file.ts";
import type { Output } from "./output.ts";

/** Writes the JSON Schemas by which editors complete and check `environment.yaml` and `gitops.yaml`. */
export async function schema({ directory }: { readonly directory: string }, out: Output): Promise<number> {
  const { JSON_SCHEMAS } = await import("../config/json-schema.ts");
  const files = Object.entries(JSON_SCHEMAS).map(([name, value]) => {
    const path = `schemas/${name}.schema.json`;
    replaceText(directory, path, `${JSON.stringify(value, null, 2)}\n`);
    return path;
  });
  out.print(out.json ? `${JSON.stringify({ files }, null, 2)}\n` : `Wrote ${files.join(" and ")}.\n`);
  return EXIT.done;
}
