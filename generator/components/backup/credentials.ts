import { type EnvVar, envSecret } from "../../kubernetes/env.ts";
import type { Environment } from "../../model/environment.ts";
import { OBJECT_STORAGE_KEYS, requireSecret } from "../../model/secrets.ts";

/** The keys of the destination, in variables of these names: those of the environment's own storage, or of the second place. */
export function destinationKeys({ backup, secrets }: Environment, names: { readonly user: string; readonly password: string }) {
  const { name } = requireSecret(secrets, backup.destination.isOwn ? "objectStorage" : "backup");
  return [
    envSecret(names.user, name, OBJECT_STORAGE_KEYS.user),
    envSecret(names.password, name, OBJECT_STORAGE_KEYS.password),
  ] satisfies EnvVar[];
}
