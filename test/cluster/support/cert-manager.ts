import { kubectl } from "../../support/kubectl.ts";
import { follow, type Seen } from "./watch.ts";

interface Reported {
  readonly conditions?: readonly { readonly type: string; readonly status: string }[];
}

const PATHS = ["/apis/cert-manager.io/v1/issuers", "/apis/cert-manager.io/v1/certificates"];
const READY = {
  type: "Ready",
  status: "True",
  reason: "Played",
  message: "The proofs say so.",
  lastTransitionTime: "2026-01-01T00:00:00Z",
};

/**
 * Plays cert-manager until it is stopped: Argo CD waits for every Issuer and Certificate to be ready. It makes no Secret, because no
 * container that reads one is started.
 */
export function playCertManager(): () => void {
  const children = PATHS.map((path) => follow(path, ({ object }) => void markReady(object)));
  return () => children.forEach((child) => void child.kill());
}

async function markReady({ kind, metadata, status }: Seen["object"]): Promise<void> {
  const { conditions = [] } = (status ?? {}) as Reported;
  if (conditions.some(({ type, status }) => type === READY.type && status === READY.status)) return;
  const condition = kind === "Certificate" ? { ...READY, observedGeneration: metadata.generation } : READY;
  const patch = JSON.stringify({ status: { conditions: [condition] } });
  const place = [`${kind.toLowerCase()}s.cert-manager.io`, metadata.name, "-n", metadata.namespace ?? ""];
  // It may be gone by now.
  await kubectl(["patch", ...place, "--subresource=status", "--type=merge", "--patch", patch]).catch(() => undefined);
}
