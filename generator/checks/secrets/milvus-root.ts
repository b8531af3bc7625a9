import { milvusIdentity, ROOT_PASSWORD } from "../../model/identities.ts";
import { inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { runs } from "../quorum/owners-of.ts";
import { podOwners } from "../workload.ts";

const PROXY = milvusIdentity("proxy");

/** Told of the proxies, because nobody else lets clients in. */
export const milvusRootHasPassword: Invariant<EnvironmentTree> = {
  name: "milvus-root-has-password",
  code: "E_SECRET",
  severity: "error",
  reason: "The user root begins with a published password, and in a running Milvus keeps the one that it has.",
  remedy: "Keep the Job milvus-root-password, which gives root the password of the Secret.",
  find: inPods((owner, { environment, objects }) => {
    if (!environment.authentication.milvus.enabled || !runs(owner, PROXY)) return [];
    const isSet = podOwners(objects).some((other) => other.object.kind === "Job" && runs(other, ROOT_PASSWORD));
    return isSet ? [] : ["Nothing sets the password of root."];
  }),
};
