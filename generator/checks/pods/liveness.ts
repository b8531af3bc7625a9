import { inContainers } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { addressesIn } from "../references/addresses.ts";
import type { Handler } from "../workload.ts";

const INDEPENDENCE = {
  code: "E_POLICY",
  severity: "error",
  reason: "When what it depends on is away, the kubelet kills every pod, and none is there when it comes back.",
  remedy: "Let liveness ask the container's own process alone, and leave the rest to readiness.",
} as const;

/** A command that calls another host; hosts of other probes are refused as such. */
export const livenessCallsNoOther: Invariant<EnvironmentTree> = {
  ...INDEPENDENCE,
  name: "liveness-calls-no-other",
  find: inContainers(({ livenessProbe }) => {
    const text = (livenessProbe?.exec?.command ?? []).join(" ");
    return hostsIn(text).map((host) => `its liveness probe calls ${host}.`);
  }),
};

const LOCAL = /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\]|\$\w*)$/;

/** Services of the namespace by their port, and hosts of URLs. */
function hostsIn(text: string): string[] {
  const urls = [...text.matchAll(/\b[a-z][a-z0-9+.-]*:\/\/([^\s/:'"]+)/g)].map(([, host = ""]) => host);
  const found = new Set([...urls.filter((host) => !LOCAL.test(host)), ...addressesIn(text).map(({ service }) => service)]);
  return [...found];
}

/** Answers that depend on others, by the program's `app.kubernetes.io/name`. */
const PEER_ANSWERS: Readonly<Record<string, readonly RegExp[]>> = {
  // A linearizable read asks the majority (etcd server/etcdserver/api/etcdhttp/health.go).
  etcd: [/^\/health(?!.*serializable=true)/, /^\/readyz/],
  // States that come from etcd, queue or storage as often as from the role itself.
  milvus: [/^\/healthz/],
  minio: [/^\/minio\/health\/(?:cluster|ready)/],
  // `health` writes through ZooKeeper and the bookies; `srvr` names a mode only inside a quorum.
  pulsar: [/^\/admin\/v2\/brokers\/(?:health|ready)/, /\bsrvr\b/],
};

/** A startup probe may ask peers, since it is given the time that they need. */
export const livenessAsksNoPeer: Invariant<EnvironmentTree> = {
  ...INDEPENDENCE,
  name: "liveness-asks-no-peer",
  find: inContainers(({ livenessProbe }, { podLabels }) => {
    const answers = PEER_ANSWERS[podLabels["app.kubernetes.io/name"] ?? ""] ?? [];
    const question = questionOf(livenessProbe);
    return answers.some((answer) => answer.test(question))
      ? [`its liveness probe asks ${question}, which depends on others.`]
      : [];
  }),
};

function questionOf({ exec, httpGet }: Handler = {}): string {
  return httpGet?.path ?? exec?.command?.join(" ") ?? "";
}
