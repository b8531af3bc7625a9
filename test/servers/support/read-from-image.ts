import { eventually } from "../../support/eventually.ts";
import { kubectl } from "../../support/kubectl.ts";
import { requireObject } from "../../support/live-object.ts";
import { MARK } from "./claim-namespace.ts";
import type { Pod } from "./pods.ts";
import type { Container, Workload } from "./workloads.ts";

const NAME = "reader";

/** A file of the image of a workload as it was shipped: in the workload's own pods a mount may hide it. */
export async function readFromImage(namespace: string, workload: Workload | undefined, path: string): Promise<string> {
  if (workload === undefined) throw new Error(`No workload has the image with ${path}.`);
  await kubectl(["apply", "-n", namespace, "-f", "-"], JSON.stringify(readerPod(workload, path)));
  await eventually(`the end of ${NAME}`, 120, async () => {
    const { status } = await requireObject<Pod>("pod", namespace, NAME);
    return status?.phase === "Succeeded" ? { found: true } : { missing: `It is ${status?.phase}.` };
  });
  const text = await kubectl(["logs", NAME, "-n", namespace]);
  await kubectl(["delete", "pod", NAME, "-n", namespace]);
  return text;
}

/** Runs as the workload does, and without its volumes. */
function readerPod({ spec }: Workload, path: string): object {
  const { securityContext, containers } = spec.template.spec;
  const { image, resources, securityContext: ofContainer } = containers[0] as Container & Record<string, unknown>;
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: NAME, labels: { [MARK]: "servers" } },
    spec: {
      restartPolicy: "Never",
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      securityContext,
      containers: [{ name: "cat", image, command: ["cat", path], resources, securityContext: ofContainer }],
    },
  };
}
