import type { EnvironmentTree } from "../../generator/checks/invariant.ts";
import type { KubernetesObject } from "../../generator/kubernetes/resource.ts";
import type { Environment } from "../../generator/model/environment.ts";
import { anEnvironment } from "../support/environments.ts";
import { DECLARED } from "./objects.ts";

/** The tree of an environment `test` with these objects, whose people create the Secret of `DECLARED`. */
export function treeOf(objects: readonly KubernetesObject[], overrides: Partial<Environment> = {}): EnvironmentTree {
  const environment = anEnvironment({ name: "test", namespace: "milvus-test", ...overrides });
  return { environment, objects, secrets: DECLARED.secrets };
}
