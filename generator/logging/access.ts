import type { Access } from "./store.ts";

const CA_FOLDER = "/etc/logging/ca";

/** Where a pod finds the authority. */
export const CA_FILE = `${CA_FOLDER}/ca.crt`;

/** Variables of a container: the account, never in Git. */
export function accountVariables({ username, password }: Access) {
  return [variable("ELASTICSEARCH_USERNAME", username), variable("ELASTICSEARCH_PASSWORD", password)];
}

function variable(name: string, credential: Access["password"]) {
  if ("value" in credential) return { name, value: credential.value };
  return { name, valueFrom: { secretKeyRef: { name: credential.secret, key: credential.key } } };
}

/** The authority as a volume and its mount; none where a public one signed. */
export function authority({ caSecretName }: Access) {
  if (caSecretName === undefined) return [];
  const secret = { secretName: caSecretName, items: [{ key: "ca.crt", path: "ca.crt" }] };
  return [{ volume: { name: "ca", secret }, mount: { name: "ca", mountPath: CA_FOLDER, readOnly: true } }];
}
