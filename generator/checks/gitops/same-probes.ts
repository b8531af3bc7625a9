import type { Invariant, PlatformTree } from "../invariant.ts";
import { type Container, containersOf, type Probe, podOwners } from "../workload.ts";
import { type Asked, askedPlace } from "./encryption.ts";
import { differing } from "./same-fields.ts";

/** How a workload is watched. Only encryption may move a probe, and only to where it has to ask then. */
export const sameProbes: Invariant<PlatformTree> = {
  name: "same-probes-everywhere",
  code: "E_POLICY",
  severity: "warning",
  reason: "A probe that only one environment has is tried in no other before it decides over pods.",
  remedy: "Give the container the same probes in every environment, or accept it by a suppression.",
  find: differing((object, { tls }) => {
    const [owner] = podOwners([object]);
    if (owner === undefined) return undefined;
    const place = askedPlace(object, tls);
    return Object.fromEntries(containersOf(owner.pod).flatMap((container) => probes(container, place)));
  }),
};

function probes(
  { name, startupProbe, livenessProbe, readinessProbe }: Container,
  place: Asked | undefined,
): [string, unknown][] {
  return Object.entries({ startupProbe, livenessProbe, readinessProbe }).map(([probe, value]) => [
    `${probe} of ${name}`,
    compared(value, place),
  ]);
}

/** A probe that asks where it has to says nothing of where that is. */
function compared(probe: Probe | undefined, place: Asked | undefined): unknown {
  if (probe?.httpGet === undefined || place === undefined) return probe;
  const { port, scheme = "HTTP", ...others } = probe.httpGet;
  return port === place.port && scheme === place.scheme ? { ...probe, httpGet: others } : probe;
}
