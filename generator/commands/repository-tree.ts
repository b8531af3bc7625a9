import type { RepositoryTree } from "../checks/invariant.ts";
import { yamlReader } from "../documents/parse-yaml.ts";
import { readRepositoryFiles } from "../system/repository-files.ts";
import type { Plan } from "./plan.ts";

/** The files of the repository as they lie on the disk, beside the environments that they should be of. */
export function repositoryTree(
  directory: string,
  { platform, environments }: Pick<Plan, "platform" | "environments">,
): RepositoryTree {
  return { platform, environments, files: readRepositoryFiles(directory), parse: yamlReader() };
}
