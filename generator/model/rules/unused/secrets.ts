import type { Settings } from "../../../config/schema/settings.ts";
import type { Environment, RequiredSecret } from "../../environment.ts";
import { othersThan, type UnusedField, unusedIf } from "./unused-field.ts";

const PURPOSES = ["objectStorage", "kafka", "milvusRoot", "pulsar", "etcd", "backup"] as const;

/** Fields of another provider of credentials, and of credentials that nothing asks for. */
export function unusedInSecrets({ secrets }: Environment, settings: Settings): UnusedField[] {
  const { provider } = secrets;
  const isStore = provider === "external-secrets";
  const isSealed = provider === "sealed-secrets";
  const remoteKeys = PURPOSES.map((purpose) => `secrets.${purpose}.remoteKey`);
  return [
    ...unusedIf(!isStore, `secrets.provider is ${provider}`, ["secrets.store", "secrets.refreshInterval", ...remoteKeys]),
    ...unusedIf(!isSealed, `secrets.provider is ${provider}`, ["secrets.sealed"]),
    ...PURPOSES.flatMap((purpose) => ofPurpose(purpose, secrets.required, isSealed ? settings : {})),
  ];
}

function ofPurpose(
  purpose: RequiredSecret["purpose"],
  required: readonly RequiredSecret[],
  { secrets }: Settings,
): UnusedField[] {
  const needed = required.find((secret) => secret.purpose === purpose);
  if (needed === undefined) {
    return unusedIf(true, `no pod reads credentials for ${purpose}`, [`secrets.${purpose}`, `secrets.sealed.${purpose}`]);
  }
  const keys = othersThan(needed.keys, `secrets.sealed.${purpose}`, secrets?.sealed?.[purpose]);
  return unusedIf(true, `the pods read only ${needed.keys.join(" and ")}`, keys);
}
