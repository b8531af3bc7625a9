import { defined } from "../../kubernetes/defined.ts";
import { metadata, podMetadata } from "../../kubernetes/metadata.ts";
import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { Environment, Role } from "../../model/environment.ts";
import { asksForPasswords, ETCD_ASKS } from "../../model/etcd-accounts.ts";
import { roleIdentity } from "../../model/identities.ts";
import { selectorLabels } from "../../model/labels.ts";
import { ROLE_WAVE } from "../../model/waves.ts";
import { milvusPod } from "./pod.ts";
import { progressDeadlineSeconds } from "./stop.ts";
import { strategy } from "./strategy.ts";

/** `/healthz` of early 2.3 says yes before a component has registered, so a pod counts only when it has said so for a while. */
const SECONDS_BETWEEN_PODS = 30;

/** Going back is a commit in Git; these are for a person without it. */
const REVISIONS = 3;

/** One role. Its pods hold no data: segments lie in object storage and come again to whoever takes the work over. */
export function milvusDeployment(environment: Environment, role: Role): KubernetesObject {
  const { milvus } = environment;
  const identity = roleIdentity(role);
  const { labels, annotations } = role;
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: metadata(identity, identity.name, ROLE_WAVE[role.name], { labels, annotations }),
    spec: defined({
      // With an autoscaler the number is its own: one in Git would undo what it does.
      replicas: role.autoscaling === undefined ? role.replicas : undefined,
      revisionHistoryLimit: REVISIONS,
      minReadySeconds: SECONDS_BETWEEN_PODS,
      progressDeadlineSeconds: progressDeadlineSeconds(milvus.family, role.name),
      strategy: strategy(milvus, role),
      selector: { matchLabels: selectorLabels(identity) },
      template: { metadata: podMetadata(identity, withAnnotations(environment, role)), spec: milvusPod(environment, role) },
    }),
  };
}

function withAnnotations(environment: Environment, role: Role): Role {
  return { ...role, annotations: { ...role.annotations, ...restarts(environment) } };
}

/**
 * Other values are other pods. Milvus reads certificates when it starts; and from when etcd asks for passwords, no watch can begin on a
 * connection that is older (seen with etcd 3.5 and 3.6), so that the roles make new ones.
 */
function restarts(environment: Environment): Readonly<Record<string, string>> {
  const { revision } = environment.tls;
  return {
    ...(revision === 0 ? {} : { "gitops.milvus.dev/tls-revision": String(revision) }),
    ...(asksForPasswords(environment) ? { [ETCD_ASKS]: "true" } : {}),
  };
}
