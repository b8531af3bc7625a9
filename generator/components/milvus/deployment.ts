import { defined } from "../../kubernetes/defined.ts";
import { metadata, podMetadata } from "../../kubernetes/metadata.ts";
import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { Environment, Role } from "../../model/environment.ts";
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
      template: { metadata: podMetadata(identity, withRevision(environment, role)), spec: milvusPod(environment, role) },
    }),
  };
}

/** Milvus reads certificates when it starts: another revision is another pod. */
function withRevision({ tls }: Environment, role: Role): Role {
  if (tls.revision === 0) return role;
  return { ...role, annotations: { ...role.annotations, "gitops.milvus.dev/tls-revision": String(tls.revision) } };
}
