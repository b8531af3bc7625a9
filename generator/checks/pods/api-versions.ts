import { isBuiltIn } from "../built-in-groups.ts";
import { inObjects } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";

/** kube-score `stable-version`, kube-linter `no-extensions-v1beta`. A CustomResourceDefinition's versions are its owner's affair. */
export const apiVersionStable: Invariant<EnvironmentTree> = {
  name: "api-version-stable",
  code: "E_VERSION",
  severity: "error",
  reason: "Kubernetes takes alpha and beta versions of its kinds away after a few releases.",
  remedy: "Use the stable version of the kind.",
  find: inObjects(undefined, ({ apiVersion, kind }) => {
    const isUnstable = typeof apiVersion === "string" && isBuiltIn(apiVersion) && !/^(?:.+\/)?v\d+$/.test(apiVersion);
    return isUnstable ? [`${apiVersion} of ${kind} is not stable.`] : [];
  }),
};
