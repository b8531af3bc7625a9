import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { inObjects, inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { readAs } from "../read-as.ts";
import { secretKeys } from "./inventory.ts";
import { missingKeys, missingNames } from "./missing.ts";

export const secretExists: Invariant<EnvironmentTree> = {
  name: "secret-exists",
  code: "E_REF",
  severity: "error",
  reason:
    "A pod does not start without a Secret that it reads, and this one comes neither from Git nor from the environment's file.",
  remedy: "Add what makes the Secret, or name one that the environment's file requires.",
  find: inPods((owner, tree) => missingNames("Secret", owner, secretKeys(tree))),
};

export const secretHasKey: Invariant<EnvironmentTree> = {
  name: "secret-has-key",
  code: "E_REF",
  severity: "error",
  reason: "A pod does not start without a key that it takes by name.",
  remedy: "Add the key to what makes the Secret, or correct the reference.",
  find: inPods((owner, tree) => missingKeys("Secret", owner, secretKeys(tree))),
};

/** The kubelet passes over one that does not exist, and the registry then refuses the image. */
export const pullSecretIsDeclared: Invariant<EnvironmentTree> = {
  name: "pull-secret-is-declared",
  code: "E_REF",
  severity: "error",
  reason: "Without the Secret the registry refuses the image, and the pod never starts.",
  remedy: "Name it in imagePullSecrets of the environment's file, or add what makes it.",
  find: (tree) => {
    const known = new Set([...secretKeys(tree).keys(), ...tree.environment.imagePullSecrets]);
    const faults = (secrets: readonly Named[] = []) =>
      secrets
        .filter(({ name }) => !known.has(name))
        .map(({ name }) => `It pulls images with the Secret ${name}, which nothing makes.`);
    return [
      ...inObjects("ServiceAccount", (account) => faults(pullSecrets(account)))(tree),
      ...inPods(({ pod }) => faults(pod.imagePullSecrets))(tree),
    ];
  },
};

interface Named {
  readonly name: string;
}

function pullSecrets({ imagePullSecrets }: KubernetesObject): readonly Named[] | undefined {
  return readAs<readonly Named[]>(imagePullSecrets, [{ name: "name" }]);
}

/** Ingress controllers answer with a certificate of their own where the Secret is missing. */
export const certificateIsDeclared: Invariant<EnvironmentTree> = {
  name: "certificate-is-declared",
  code: "E_REF",
  severity: "error",
  reason: "Clients are shown a certificate that is not for the host, or get no TLS at all.",
  remedy:
    "Name the Secret in exposure.tlsSecretName or attu.exposure.tlsSecretName of the environment's file, or add what makes it.",
  find: inObjects("Ingress", ({ spec }, tree) => {
    const { tls = [] } = readAs<{ tls?: readonly { secretName?: string }[] }>(spec, { tls: [{ secretName: "text" }] }) ?? {};
    const { attu, exposure } = tree.environment;
    const named = [exposure, attu?.exposure].flatMap((way) => (way?.type === "Ingress" ? [way.tlsSecretName] : []));
    const known = new Set([...secretKeys(tree).keys(), ...named]);
    return tls
      .flatMap(({ secretName }) => secretName ?? [])
      .filter((name) => !known.has(name))
      .map((name) => `Its TLS needs the Secret ${name}, which nothing makes.`);
  }),
};
