import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { inObjects, inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { memberNames } from "../quorum/owners-of.ts";
import { readAs } from "../read-as.ts";
import type { PodOwner } from "../workload.ts";

interface CertificateSpec {
  readonly secretName?: string;
  readonly dnsNames?: readonly string[];
  readonly issuerRef?: { readonly kind?: string; readonly name?: string; readonly group?: string };
}

const SPEC = { secretName: "text", dnsNames: ["text"], issuerRef: { kind: "text", name: "text", group: "text" } } as const;

export const certificateIssuerExists: Invariant<EnvironmentTree> = {
  name: "certificate-issuer-exists",
  code: "E_REF",
  severity: "error",
  reason: "cert-manager waits for an issuer that never comes, no Secret is made, and the pods that mount it never start.",
  remedy: "Add the Issuer, or name one that exists in tls.issuer of the environment's file.",
  find: inObjects("Certificate", (certificate, { objects, environment: { tls } }) => {
    const { kind = "Issuer", name, group = "cert-manager.io" } = specOf(certificate).issuerRef ?? {};
    if (kind !== "Issuer" || group !== "cert-manager.io" || tls.issuer?.name === name) return [];
    const isThere = objects.some((object) => object.kind === "Issuer" && object.metadata.name === name);
    return isThere ? [] : [`The Issuer ${name ?? ""} that shall sign it is nowhere.`];
  }),
};

/** A certificate that names none of the pods is for something else: a client's, or that of the Service alone. */
export const certificateNamesPods: Invariant<EnvironmentTree> = {
  name: "certificate-names-pods",
  code: "E_NET",
  severity: "error",
  reason: "Who calls a pod by a name that its certificate lacks hangs up, and a member without its peers does not start.",
  remedy: "Name every pod of the StatefulSet in dnsNames, as <pod>.<headless Service>.",
  find: inPods((owner, { objects }) =>
    mounted(owner, objects).flatMap((certificate) => {
      const missing = unnamed(owner, specOf(certificate).dnsNames ?? []);
      return missing.map((pod) => `Its certificate ${certificate.metadata.name} does not name ${pod}.`);
    }),
  ),
};

function mounted({ pod }: PodOwner, objects: readonly KubernetesObject[]): KubernetesObject[] {
  const secrets = new Set((pod.volumes ?? []).flatMap(({ secret }) => secret?.secretName ?? []));
  return objects.filter((object) => object.kind === "Certificate" && secrets.has(specOf(object).secretName ?? ""));
}

function unnamed(owner: PodOwner, dnsNames: readonly string[]): string[] {
  if (owner.object.kind !== "StatefulSet" || owner.serviceName === undefined) return [];
  const pods = memberNames(owner).map((pod) => `${pod}.${owner.serviceName}`);
  const missing = pods.filter((pod) => !dnsNames.some((name) => covers(name, pod)));
  return missing.length === pods.length ? [] : missing;
}

/** `etcd-0.etcd-headless.milvus.svc` and `*.etcd-headless` both name `etcd-0.etcd-headless`. */
function covers(name: string, pod: string): boolean {
  const [, ...service] = pod.split(".");
  return [pod, ["*", ...service].join(".")].some((form) => name === form || name.startsWith(`${form}.`));
}

function specOf({ spec }: KubernetesObject): CertificateSpec {
  return readAs<CertificateSpec>(spec, SPEC) ?? {};
}
