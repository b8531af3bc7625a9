import type { Resource } from "../../kubernetes/resource.ts";
import type { RequiredSecret, Secrets } from "../../model/environment.ts";
import type { Component } from "../component.ts";
import { externalSecret } from "./external-secret.ts";
import { sealedSecret } from "./sealed-secret.ts";

/** Where a Secret's values come from: a store outside, ciphertext in Git, or people, of whose Secrets Git holds nothing. */
export const secrets: Component = {
  name: "secrets",
  isShared: false,
  version: () => undefined,
  units: (environment) => {
    const resources = environment.secrets.required.flatMap((required) => source(environment.secrets, required));
    return resources.length === 0 ? [] : [{ path: "secrets", resources }];
  },
};

const FILE_NAMES: Readonly<Record<RequiredSecret["purpose"], string>> = {
  objectStorage: "object-storage",
  kafka: "kafka",
  backup: "backup",
  milvusRoot: "milvus-root",
  pulsar: "pulsar",
  etcd: "etcd",
};

function source(secrets: Secrets, required: RequiredSecret): Resource[] {
  const file = FILE_NAMES[required.purpose];
  switch (secrets.provider) {
    case "existing":
      return [];
    case "external-secrets":
      return [{ file: `externalsecret-${file}`, object: externalSecret(secrets, required) }];
    case "sealed-secrets":
      return [{ file: `sealedsecret-${file}`, object: sealedSecret(required) }];
  }
}
