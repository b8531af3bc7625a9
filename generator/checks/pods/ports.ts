import { inContainers, inObjects } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { serviceSpec } from "../references/service-spec.ts";

/** kube-linter `privileged-ports` and `ssh-port`, Trivy KSV-0117. */
export const portsUnprivileged: Invariant<EnvironmentTree> = {
  name: "ports-unprivileged",
  code: "E_NET",
  severity: "error",
  reason: "Without root, or a capability for it, no process may listen on a port below 1024.",
  remedy: "Let the program listen on 1024 or above; a Service may offer it under any port.",
  find: inContainers(({ ports = [] }) =>
    ports
      .filter(({ containerPort }) => containerPort < 1024)
      .map(({ containerPort }) => `it listens on port ${containerPort}.`),
  ),
};

/** What Kubernetes calls IANA_SVC_NAME. */
function isPortName(name: string): boolean {
  return name.length <= 15 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) && /[a-z]/.test(name);
}

export const portNamesLegal: Invariant<EnvironmentTree> = {
  name: "port-names-legal",
  code: "E_NAME",
  severity: "error",
  reason: "The API server refuses a port's name that is longer than 15 characters, or no lower-case word with dashes.",
  remedy: "Use lower-case letters, digits and single dashes, at most 15 characters, one of them a letter.",
  find: (tree) => [...containerPortNames(tree), ...targetPortNames(tree)],
};

const containerPortNames = inContainers(({ ports = [] }) =>
  ports.flatMap(({ name }) => (name === undefined || isPortName(name) ? [] : [`its port has the name ${name}.`])),
);

const targetPortNames = inObjects("Service", (service) =>
  serviceSpec(service).ports.flatMap(({ targetPort }) =>
    typeof targetPort !== "string" || isPortName(targetPort) ? [] : [`It leads to a port of the name ${targetPort}.`],
  ),
);

export const portsDeclaredOnce: Invariant<EnvironmentTree> = {
  name: "ports-declared-once",
  code: "E_DUP",
  severity: "error",
  reason: "A Service that leads to a name gets the first port of it, and a second port of a Service needs a name of its own.",
  remedy: "Give each port a name of its own.",
  find: (tree) => [...repeatedContainerPorts(tree), ...repeatedServicePorts(tree)],
};

const repeatedContainerPorts = inContainers(({ ports = [] }) =>
  repeated(ports.map(({ name }) => name)).map((name) => `two of its ports have the name ${name}.`),
);

const repeatedServicePorts = inObjects("Service", (service) =>
  repeated(serviceSpec(service).ports.map(({ name }) => name)).map((name) => `Two of its ports have the name ${name}.`),
);

function repeated(names: readonly (string | undefined)[]): string[] {
  const found = names.filter((name, index): name is string => name !== undefined && names.indexOf(name) !== index);
  return [...new Set(found)];
}
