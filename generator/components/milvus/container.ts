import { defined } from "../../kubernetes/defined.ts";
import { containerSecurityContext } from "../../kubernetes/pod-security.ts";
import { containerResources } from "../../kubernetes/resources.ts";
import { containerPorts } from "../../kubernetes/service.ts";
import type { Environment, Role, RoleName } from "../../model/environment.ts";
import { imageReference } from "../../model/images.ts";
import { MILVUS_INTERNAL, MILVUS_METRICS, MILVUS_REST, type Port } from "../../model/ports.ts";
import { RELEASES, type Release } from "../../model/releases/index.ts";
import { LISTENER_PORTS, listeners } from "../../model/releases/listeners.ts";
import { roleArgs } from "../../model/releases/role-args.ts";
import { milvusEnv } from "./env/index.ts";
import { milvusProbes } from "./probes.ts";
import { lifecycle } from "./stop.ts";
import { volumes } from "./volumes.ts";

/** The one container of a role, named after it. */
export function milvusContainer(environment: Environment, role: Role) {
  const { milvus } = environment;
  const release = RELEASES[milvus.family];
  return defined({
    name: role.name.toLowerCase(),
    image: imageReference(milvus.image),
    imagePullPolicy: environment.imagePullPolicy,
    args: roleArgs(release, role.name),
    env: milvusEnv(environment, role),
    ports: containerPorts(ports(environment, release, role.name)),
    ...milvusProbes(),
    lifecycle: lifecycle(role.name),
    resources: containerResources(role.resources, devices(role)),
    securityContext: containerSecurityContext(milvus.readOnlyRootFilesystem),
    volumeMounts: volumes(environment, role).map(({ name, mount }) => ({ name, ...mount })),
  });
}

function devices({ gpu }: Role): Readonly<Record<string, number>> {
  return gpu === undefined ? {} : { [gpu.resource]: gpu.count };
}

function ports({ tls }: Environment, release: Release, role: RoleName): Port[] {
  const grpc = listeners(release, role).map((listener) => LISTENER_PORTS[listener]);
  const rest = tls.milvus === "off" ? [] : [MILVUS_REST];
  return [...grpc, ...(role === "proxy" ? [...rest, MILVUS_INTERNAL] : []), MILVUS_METRICS];
}
