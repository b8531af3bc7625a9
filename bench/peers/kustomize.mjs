import { join } from "node:path";
import { execute } from "../measure.mjs";
import { generator } from "../workspace.mjs";
import { countObjects } from "./objects.mjs";

const NAME = "3 x kustomize build";

/** The three overlays of a generated repository, built by the kustomize that the project itself would take. */
export function kustomize(workspace, repository) {
  const found = findKustomize(workspace);
  if (found.missing !== undefined) return { name: NAME, missing: found.missing };
  const [program, ...args] = found.command;
  const commands = ["dev", "staging", "prod"].map((name) => ({ program, args: [...args, join(repository, "overlays", name)] }));
  const version = `kustomize ${found.version} (${found.command.join(" ")})`;
  return { name: NAME, version, objects: countObjects(commands.map(execute)), commands };
}

function findKustomize(workspace) {
  try {
    const { kustomize: found } = JSON.parse(execute(generator(workspace, ["doctor", "--json"])));
    const isKubectl = found.command.at(-1) === "kustomize" && found.command.length > 1;
    return { ...found, command: isKubectl ? found.command : [...found.command, "build"] };
  } catch (error) {
    return { missing: error.message };
  }
}
