import { MINIO } from "../../model/identities.ts";
import { inContainers, inPods } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { runs } from "../quorum/owners-of.ts";
import { containersOf } from "../workload.ts";
import { isCredential, isSecretVariable } from "./patterns.ts";

const FROM_SECRET = {
  code: "E_SECRET",
  severity: "error",
  remedy: "Take it from a Secret by valueFrom.secretKeyRef.",
} as const;

/** `$(NAME)` alone passes on another variable, and a file's path with its extension says where a credential is mounted. */
const REFERENCE = /^(?:\$\(\w+\)|(?:\/[\w.-]+){2,}\.\w{2,4})?$/;

export const noLiteralSecrets: Invariant<EnvironmentTree> = {
  ...FROM_SECRET,
  name: "no-literal-secrets",
  reason: "A credential in a manifest can be read by everyone who can read the repository or the pod.",
  find: inContainers(({ env = [] }) =>
    env
      .filter(({ name, value = "" }) => isSecretVariable(name) && !REFERENCE.test(value))
      .map(({ name }) => `the variable ${name} has its value in the manifest.`),
  ),
};

/** Neither from a ConfigMap nor, for the name of an account, in plain text. */
export const credentialsFromSecrets: Invariant<EnvironmentTree> = {
  ...FROM_SECRET,
  name: "credentials-from-secrets",
  reason: "Only a Secret keeps a credential out of Git, and out of what everyone in the namespace may read.",
  find: inContainers(({ env = [] }) =>
    env
      .filter(({ name, value, valueFrom }) => {
        if (!isCredential(name)) return false;
        return valueFrom?.configMapKeyRef !== undefined || (value !== undefined && !isSecretVariable(name));
      })
      .map(({ name }) => `the variable ${name} comes from no Secret.`),
  ),
};

/** MinIO without a root account of its own takes minioadmin, with a password that everybody knows. */
export const minioHasAccount: Invariant<EnvironmentTree> = {
  ...FROM_SECRET,
  name: "minio-has-account",
  reason: "MinIO without an account takes minioadmin and its published password.",
  find: inPods((owner) => {
    if (!runs(owner, MINIO) || owner.object.kind !== "StatefulSet") return [];
    const names = new Set(containersOf(owner.pod).flatMap(({ env = [] }) => env.map(({ name }) => name)));
    return ["MINIO_ROOT_USER", "MINIO_ROOT_PASSWORD"]
      .filter((name) => !names.has(name))
      .map((name) => `The variable ${name} is not set.`);
  }),
};
