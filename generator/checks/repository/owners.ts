import type { Invariant, RepositoryTree } from "../invariant.ts";
import { isWithin } from "./paths.ts";

const CODEOWNERS = ".github/CODEOWNERS";

export const environmentHasOwners: Invariant<RepositoryTree> = {
  name: "environment-has-owners",
  code: "E_REF",
  severity: "error",
  reason: "GitHub asks nobody to review what CODEOWNERS gives to nobody, or to somebody else.",
  remedy: "Run `npm run generate`, and commit .github/CODEOWNERS.",
  find: ({ platform, environments, files }) => {
    const file = files.get(CODEOWNERS);
    const rules = file?.type === "file" ? rulesOf(file.text) : [];
    return environments.flatMap(({ name, owners }) => {
      const wanted = owners.length > 0 ? owners : platform.owners;
      return [`overlays/${name}/environment.yaml`, `apps/${name}/application.yaml`].flatMap((path) => {
        const found = ownersOf(rules, path);
        const missing = wanted.filter((owner) => !found.includes(owner));
        return missing.length === 0
          ? []
          : [{ subject: path, message: `${CODEOWNERS} does not give it to ${missing.join(", ")}.` }];
      });
    });
  },
};

interface OwnerRule {
  readonly pattern: string;
  readonly owners: readonly string[];
}

function rulesOf(text: string): OwnerRule[] {
  return text
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [pattern = "", ...owners] = line.split(/\s+/);
      return { pattern, owners };
    });
}

/** The last rule decides. Of GitHub's patterns the generator writes two, `*` and `/folder/`. */
function ownersOf(rules: readonly OwnerRule[], path: string): readonly string[] {
  const isFor = ({ pattern }: OwnerRule) => pattern === "*" || isWithin(pattern.replace(/^\/|\/$/g, ""), path);
  return rules.findLast(isFor)?.owners ?? [];
}
