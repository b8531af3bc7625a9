import { kubectl } from "../../support/kubectl.ts";

/** Ends pods at once, without the time to say goodbye, as a crash of their node would. */
export async function killPods(namespace: string, ...names: readonly string[]): Promise<void> {
  await kubectl(["delete", "pods", "-n", namespace, "--grace-period=0", "--force", "--wait=false", ...names]);
}
