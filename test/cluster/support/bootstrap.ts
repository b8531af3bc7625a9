import { join } from "node:path";
import { kubectl } from "../../support/kubectl.ts";
import { ARGOCD } from "./argocd.ts";
import { namespaceOf, OUTSIDE } from "./environments.ts";
import { runCommand } from "./repository.ts";

/** What docs/first-day.md tells a person to do with a new cluster: the Secrets of each environment, then the root. */
export async function bootstrap(root: string, environments: readonly string[]): Promise<void> {
  for (const environment of environments) {
    await kubectl(["apply", "-f", "-"], await runCommand(root, "secrets", "--env", environment));
  }
  await createOutside();
  const files = ["root-project.yaml", "root.yaml"].flatMap((file) => ["-f", join(root, "apps", file)]);
  await kubectl(["apply", "--server-side", "-n", ARGOCD, ...files]);
}

async function createOutside(): Promise<void> {
  const { environment, secret, keys } = OUTSIDE;
  const literals = keys.map((key) => `--from-literal=${key}=played`);
  await kubectl(["create", "secret", "generic", secret, "-n", namespaceOf(environment), ...literals]);
}
