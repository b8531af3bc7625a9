import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { ETCD_ASKS } from "../../model/etcd-accounts.ts";
import { isMap, read, readMaps } from "../value.ts";
import { containerPairs } from "../workload.ts";
import { onChange, type Rule, when } from "./rule.ts";

/** The Job that has etcd ask comes before the first role restarts, so that what counts is what running pods show. */
export const passwordsAsked: Rule = onChange(({ before, after }) =>
  when(
    !asks(before) && asks(after) && !showed(before, after),
    "high",
    "etcd asks for passwords before these pods show one: they lose their metadata until they are replaced.",
  ),
);

/** Everybody who reaches it may read and write every key. */
export const passwordsNotAsked: Rule = onChange(({ before, after }) =>
  when(asks(before) && !asks(after), "high", "etcd no longer asks for passwords."),
);

function asks(object: KubernetesObject): boolean {
  const annotations = read(object, "spec", "template", "metadata", "annotations");
  return isMap(annotations) && annotations[ETCD_ASKS] === "true";
}

function showed(before: KubernetesObject, after: KubernetesObject): boolean {
  return containerPairs(before, after).some((pair) =>
    readMaps(pair.before, "env").some(({ name }) => name === "ETCD_AUTH_PASSWORD"),
  );
}
