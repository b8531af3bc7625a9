import { inContainers } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import type { Container, PodSpec } from "../workload.ts";
import { type ImageFacts, imageFacts } from "./image-facts.ts";

/** Who an image can run as is a fact of the image, and for Milvus of its version. */
export const userFitsImage: Invariant<EnvironmentTree> = {
  name: "user-fits-image",
  code: "E_POLICY",
  severity: "error",
  reason: "Another user or group may neither execute the image's files nor write to its volumes.",
  remedy: "Leave the user, the group and fsGroup to the generator, which knows the image.",
  find: inContainers((container, { pod }, { environment }) => {
    const facts = imageFacts(container, environment);
    return facts === undefined ? [] : faults(container, pod, facts);
  }),
};

function faults({ securityContext = {} }: Container, pod: PodSpec, { user }: ImageFacts): string[] {
  const found = {
    runAsUser: securityContext.runAsUser ?? pod.securityContext?.runAsUser,
    runAsGroup: securityContext.runAsGroup ?? pod.securityContext?.runAsGroup,
    fsGroup: pod.securityContext?.fsGroup,
  };
  const wanted = { runAsUser: user.uid, runAsGroup: user.gid, fsGroup: user.gid };
  const fields = ["runAsUser", "runAsGroup", "fsGroup"] as const;
  return fields
    .filter((field) => found[field] !== wanted[field])
    .map((field) => `${field} is ${found[field] ?? "not set"}, and its image needs ${wanted[field]}.`);
}
