import type { EnvVar } from "../../kubernetes/env.ts";
import { containerSecurityContext } from "../../kubernetes/pod-security.ts";
import { containerResources } from "../../kubernetes/resources.ts";
import { containerPorts } from "../../kubernetes/service.ts";
import type { Environment, Image, ResourceRequirements, Workload } from "../../model/environment.ts";
import { imageReference } from "../../model/images.ts";
import type { Port } from "../../model/ports.ts";
import { type Claim, type SecretFolder, volumeMounts } from "./volumes.ts";

/** What a container of Pulsar's image runs: a shell text that no configuration takes part in, and the variables that it reads. */
interface Program {
  readonly name: string;
  readonly script: string;
  readonly env: readonly EnvVar[];
}

interface Server extends Program {
  readonly workload: Workload;
  readonly ports: readonly Port[];
  readonly probes: object;
  readonly claims: readonly Claim[];
  readonly files: readonly SecretFolder[];
}

/** A container as the pod lists it. */
export interface PulsarContainer {
  readonly name: string;
  readonly [field: string]: unknown;
}

/** A tool is a small JVM that runs for seconds; a quota of the namespace wants to see both numbers. */
const TOOL_RESOURCES: ResourceRequirements = {
  requests: { cpu: "100m", memory: "256Mi", "ephemeral-storage": "64Mi" },
  limits: { cpu: "1", memory: "512Mi", "ephemeral-storage": "512Mi" },
};

/** The container of a role. */
export function serverContainer(environment: Environment, image: Image, server: Server): PulsarContainer {
  return {
    ...program(environment, image, server),
    ports: containerPorts(server.ports),
    ...server.probes,
    resources: containerResources(server.workload.resources),
    securityContext: containerSecurityContext(true),
    volumeMounts: volumeMounts(server.claims, server.files),
  };
}

/** An init container that works with the tools of the image and touches no claim. */
export function toolContainer(environment: Environment, image: Image, tool: Program): PulsarContainer {
  return {
    ...program(environment, image, tool),
    resources: containerResources(TOOL_RESOURCES),
    securityContext: containerSecurityContext(true),
    volumeMounts: volumeMounts([], []),
  };
}

function program(environment: Environment, image: Image, { name, script, env }: Program) {
  return {
    name,
    image: imageReference(image),
    imagePullPolicy: environment.imagePullPolicy,
    command: ["sh", "-c"],
    args: [script],
    env: [...env],
  };
}
