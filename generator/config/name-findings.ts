import type { Finding } from "../errors.ts";
import { startOf } from "./place.ts";
import { shown } from "./shown.ts";
import type { SourceEnvironment } from "./sources.ts";

/** `milvus-` and this make a namespace and the label that names an Application, which take 63 characters. */
const MAX_NAME = 63 - "milvus-".length;

/** Names that the generator needs itself, with what for. */
const TAKEN: ReadonlyMap<string, string> = new Map([
  ["addon-logging", "The folder apps/addon-logging is what the add-on logging runs."],
  ["root", "The Application milvus-root applies those of all environments."],
  ["notifications", "The folder apps/notifications is what Argo CD's notifications controller is told."],
  ["platform", "Branches of pull requests that change gitops.yaml have the name in the place of an environment's."],
]);

/** A folder whose name cannot name a namespace, an Application and a branch. Creating the folder creates the environment. */
export function nameFindings({ name, file }: SourceEnvironment): Finding[] {
  const reason = TAKEN.get(name);
  if (reason !== undefined) {
    const message = `The name ${name} is the generator's own.`;
    return [startOf(file.path, "E_NAME", { message, reason, remedy: "Rename the folder." })];
  }
  if (name.length <= MAX_NAME && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(name)) return [];
  const message =
    name.length > MAX_NAME
      ? `The name of the folder has ${name.length} characters; allowed: at most ${MAX_NAME}.`
      : `The folder's name ${shown(name)} has the wrong form.`;
  return [
    startOf(file.path, "E_NAME", {
      message,
      reason: "It becomes a part of the names of the namespace and the Application.",
      remedy: `Rename the folder: at most ${MAX_NAME} of a-z, 0-9 and -, beginning and ending with a letter or digit.`,
    }),
  ];
}
