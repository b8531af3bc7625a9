import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { type JsonMap, readMaps } from "../value.ts";
import { containerPairs } from "../workload.ts";
import { onChange, type Rule, when } from "./rule.ts";

/** Servers of Pulsar are replaced one by one, and each asks from then on. */
export const tokensAsked: Rule = onChange(({ before, after }) => {
  const message = "Pulsar asks for tokens: clients that show none are cut off, and writes with them.";
  return when(
    someServer(before, after, (old, now) => !asks(old) && asks(now)),
    "high",
    message,
  );
});

/** Everybody who reaches it may read and write every topic. */
export const tokensNotAsked: Rule = onChange(({ before, after }) =>
  when(
    someServer(before, after, (old, now) => asks(old) && !asks(now)),
    "high",
    "Pulsar no longer asks for tokens.",
  ),
);

function someServer(
  before: KubernetesObject,
  after: KubernetesObject,
  holds: (old: JsonMap, now: JsonMap) => boolean,
): boolean {
  return containerPairs(before, after).some((pair) => holds(pair.before, pair.after));
}

function asks(container: JsonMap): boolean {
  return readMaps(container, "env").some(
    ({ name, value }) => name === "PULSAR_PREFIX_authenticationEnabled" && value === "true",
  );
}
