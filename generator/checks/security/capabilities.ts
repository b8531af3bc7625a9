import { inContainers } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";

/** check_capabilities_restricted.go */
export const capabilitiesDropped: Invariant<EnvironmentTree> = {
  name: "capabilities-dropped",
  code: "E_POLICY",
  severity: "error",
  reason: "Container runtimes grant more than a dozen capabilities, and nothing here needs one.",
  remedy: "Set capabilities: {drop: [ALL]} in the container's securityContext.",
  find: inContainers(({ securityContext }) =>
    securityContext?.capabilities?.drop?.includes("ALL") === true ? [] : ["capabilities.drop lacks ALL."],
  ),
};

/** check_capabilities_restricted.go: it lets NET_BIND_SERVICE pass. */
export const capabilitiesNotAdded: Invariant<EnvironmentTree> = {
  name: "capabilities-not-added",
  code: "E_POLICY",
  severity: "error",
  reason: "A capability gives a container a part of what root may do.",
  remedy: "Remove it from capabilities.add.",
  find: inContainers(({ securityContext }) =>
    (securityContext?.capabilities?.add ?? [])
      .filter((name) => name !== "NET_BIND_SERVICE")
      .map((name) => `capabilities.add has ${name}.`),
  ),
};
