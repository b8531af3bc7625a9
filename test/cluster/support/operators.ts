import { kubectl } from "../../support/kubectl.ts";
import { follow, type Seen } from "./watch.ts";

interface Reported {
  readonly conditions?: readonly { readonly type: string; readonly status: string }[];
}

const PATHS = [
  "/apis/cert-manager.io/v1/issuers",
  "/apis/cert-manager.io/v1/certificates",
  "/apis/keda.sh/v1alpha1/scaledobjects",
];
const READY = { type: "Ready", status: "True", reason: "Played", message: "The proofs say so." };
const SINCE = { lastTransitionTime: "2026-01-01T00:00:00Z" };

/**
 * Plays cert-manager and KEDA until it is stopped: Argo CD waits for every Issuer, Certificate and ScaledObject to be ready. It makes
 * no Secret, because no container that reads one is started, and counts no pods.
 */
export function playOperators(): () => void {
  const children = PATHS.map((path) => follow(path, ({ object }) => void markReady(object)));
  return () => children.forEach((child) => void child.kill());
}

async function markReady(object: Seen["object"]): Promise<void> {
  const { kind, apiVersion, metadata, status } = object;
  const { conditions = [] } = (status ?? {}) as Reported;
  if (conditions.some(({ type, status }) => type === READY.type && status === READY.status)) return;
  const patch = JSON.stringify({ status: { conditions: [conditionOf(object)] } });
  const place = [`${kind.toLowerCase()}s.${apiVersion.split("/")[0]}`, metadata.name, "-n", metadata.namespace ?? ""];
  // It may be gone by now.
  await kubectl(["patch", ...place, "--subresource=status", "--type=merge", "--patch", patch]).catch(() => undefined);
}

/** In the words of each kind's schema. */
function conditionOf({ kind, metadata }: Seen["object"]): object {
  if (kind === "ScaledObject") return READY;
  if (kind === "Issuer") return { ...READY, ...SINCE };
  return { ...READY, ...SINCE, observedGeneration: metadata.generation };
}
