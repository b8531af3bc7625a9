export { secretKind } from "../../model/secret-patterns.ts";

/** A variable whose name says that its value opens something (kube-linter env-var-secret, polaris sensitiveContainerEnvVar). */
export function isSecretVariable(name: string): boolean {
  return /secret|password|passwd|token|bearer|credential|key$/i.test(name);
}

/** Names that come in pairs with a credential: whoever knows them knows half of it. */
const ACCOUNTS: ReadonlySet<string> = new Set(["KAFKA_SASLUSERNAME", "MINIO_ACCESS_KEY_ID", "MINIO_ROOT_USER"]);

/** Whether a variable must come from a Secret. */
export function isCredential(name: string): boolean {
  return isSecretVariable(name) || ACCOUNTS.has(name);
}

/** A file of a ConfigMap by whose name polaris and kubescape take it for a credential. */
export function isSecretFile(name: string): boolean {
  return /password|passwd|token|bearer|secret|credential|jwt|private.?key/i.test(name);
}

const WORD =
  "aws_access_key_id|passphrase|password|passwd|passwrd|pass|pswrd|pword|pwd|pw|secretaccesskey|secretkey|secret|token|accesskeyid";

/** A credential and what it is set to, in YAML, JSON or properties. */
const ASSIGNMENT = new RegExp(`["']?([\\w.-]*(?:${WORD}))["']?\\s*[=:]\\s*(\\S.*)$`, "i");

/** `""`, `{}`, `null`, `${NAME}`, `{{ name }}` and `$(NAME)` hold nothing. */
const EMPTY = /^(?:["']{2}|\[\]|\{\}|null|~|["']?(?:\$\{|\{\{|\$\()[^"']*["']?)[,;]?\s*(?:#.*)?$/;

/**
 * The setting on a line that scanners take for a credential, `secretAccessKey`: Trivy's KSV-0109 asks for one of these words at the
 * end of a key with a value.
 */
export function secretSetting(line: string): string | undefined {
  const [, key, value = ""] = ASSIGNMENT.exec(line) ?? [];
  return key === undefined || EMPTY.test(value) ? undefined : key;
}

/** What Trivy's KSV-01010 takes for sensitive, wherever it stands; much of it is harmless. */
const SENSITIVE = /(?:username|email|phone|iban|key)\s*[=:]\s*\S|SHA1|MD5|[\w.-]+@(?:[a-z0-9-]+\.)+[a-z]{2,4}\b/i;

/** The text on a line that a scanner would report. */
export function sensitiveText(line: string): string | undefined {
  return SENSITIVE.exec(line)?.[0];
}
