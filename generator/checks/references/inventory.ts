import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { Declared } from "./index.ts";

/** What pods can refer to by name. */
export interface Inventory {
  readonly accounts: ReadonlySet<string>;
  /** Keys by the name of each ConfigMap. */
  readonly configKeys: ReadonlyMap<string, readonly string[]>;
  /** Keys by the name of each Secret, whoever makes it. */
  readonly secretKeys: ReadonlyMap<string, readonly string[]>;
}

export function inventory(objects: readonly KubernetesObject[], declared: Declared): Inventory {
  const named = (kind: string) => objects.filter((object) => object.kind === kind);
  return {
    accounts: new Set(named("ServiceAccount").map(({ metadata }) => metadata.name)),
    configKeys: new Map(named("ConfigMap").map((map) => [map.metadata.name, Object.keys((map.data ?? {}) as object)])),
    secretKeys: new Map([
      ...declared.secrets,
      ...named("ExternalSecret").map(externalSecret),
      ...named("SealedSecret").map(sealedSecret),
    ]),
  };
}

function externalSecret(object: KubernetesObject): [string, string[]] {
  const { target, data = [] } = object.spec as { target?: { name?: string }; data?: readonly { secretKey: string }[] };
  return [target?.name ?? object.metadata.name, data.map(({ secretKey }) => secretKey)];
}

function sealedSecret(object: KubernetesObject): [string, string[]] {
  const { encryptedData } = object.spec as { encryptedData: object };
  return [object.metadata.name, Object.keys(encryptedData)];
}
