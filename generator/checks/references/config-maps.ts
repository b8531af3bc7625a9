import { inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { configMapKeys } from "./inventory.ts";
import { missingKeys, missingNames } from "./missing.ts";

export const configMapExists: Invariant<EnvironmentTree> = {
  name: "config-map-exists",
  code: "E_REF",
  severity: "error",
  reason: "A pod does not start without a ConfigMap that it reads.",
  remedy: "Add the ConfigMap, or correct its name.",
  find: inPods((owner, tree) => missingNames("ConfigMap", owner, configMapKeys(tree))),
};

export const configMapHasKey: Invariant<EnvironmentTree> = {
  name: "config-map-has-key",
  code: "E_REF",
  severity: "error",
  reason: "A pod does not start without a key that it takes by name.",
  remedy: "Add the key to the ConfigMap, or correct the reference.",
  find: inPods((owner, tree) => missingKeys("ConfigMap", owner, configMapKeys(tree))),
};
