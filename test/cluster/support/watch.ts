import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { LiveObject } from "../../support/live-object.ts";

/** One event of a watch. */
export interface Seen {
  readonly type: string;
  readonly object: LiveObject;
  /** Milliseconds since the watch began. */
  readonly at: number;
}

export interface Watch {
  readonly seen: readonly Seen[];
  readonly stop: () => void;
}

const PATHS = [
  "/api/v1/namespaces",
  "/api/v1/configmaps",
  "/api/v1/limitranges",
  "/api/v1/resourcequotas",
  "/api/v1/serviceaccounts",
  "/api/v1/services",
  "/apis/apps/v1/deployments",
  "/apis/apps/v1/statefulsets",
  "/apis/autoscaling/v2/horizontalpodautoscalers",
  "/apis/batch/v1/cronjobs",
  "/apis/batch/v1/jobs",
  "/apis/cert-manager.io/v1/certificates",
  "/apis/cert-manager.io/v1/issuers",
  "/apis/keda.sh/v1alpha1/scaledobjects",
  "/apis/policy/v1/poddisruptionbudgets",
  "/apis/networking.k8s.io/v1/ingresses",
  "/apis/networking.k8s.io/v1/networkpolicies",
  "/apis/monitoring.coreos.com/v1/podmonitors",
  "/apis/monitoring.coreos.com/v1/prometheusrules",
];
const QUERY = "?watch=1&timeoutSeconds=3600&labelSelector=app.kubernetes.io%2Fmanaged-by%3Dmilvus-gitops";

/** Watches every kind of object that an environment is made of, in all namespaces, until it is stopped. */
export function watchEnvironments(): Watch {
  const start = performance.now();
  const seen: Seen[] = [];
  const children = PATHS.map((path) =>
    follow(path, ({ type, object }) => seen.push({ type, object, at: performance.now() - start })),
  );
  const stop = () => children.forEach((child) => void child.kill());
  process.once("exit", stop);
  return { seen, stop };
}

/** Tells every event of the objects at a path of the API server that are the generator's. */
export function follow(path: string, tell: (event: Omit<Seen, "at">) => void): ChildProcess {
  const child = spawn("kubectl", ["get", "--raw", `${path}${QUERY}`], { stdio: ["ignore", "pipe", "inherit"] });
  createInterface({ input: child.stdout }).on("line", (line) => tell(JSON.parse(line)));
  return child;
}
