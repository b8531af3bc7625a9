import { renderYaml } from "../documents/yaml.ts";
import { EXIT, GeneratorError } from "../errors.ts";
import { KEEP } from "../kubernetes/metadata.ts";
import type { KubernetesObject } from "../kubernetes/resource.ts";
import { neededCertificates } from "../model/certificates.ts";
import type { Environment, RequiredSecret } from "../model/environment.ts";
import { SECRETS } from "../model/identities.ts";
import { commonLabels } from "../model/labels.ts";
import { PULSAR_KEYS } from "../model/secrets.ts";
import { randomText } from "../system/random-text.ts";
import { readSources } from "../system/repository.ts";
import { signTokens } from "../system/signed-tokens.ts";
import type { Output } from "./output.ts";
import { objectsOf, partsOf } from "./parts.ts";
import { planRepository } from "./plan.ts";
import { reportFindings } from "./report-findings.ts";

interface SecretsOptions {
  readonly directory: string;
  readonly env: string;
  /** The name of one alone, in an environment that runs. */
  readonly secret?: string;
}

/**
 * Prints the Namespace of an environment and Secrets with fresh random credentials, or one of these alone; writes nothing. Credentials of
 * a system outside cannot be made up: it says which are missing, and refuses where there are no others.
 */
export async function secrets({ directory, env, secret }: SecretsOptions, out: Output): Promise<number> {
  const { plan, findings } = planRepository(readSources(directory));
  if (plan === undefined) return reportFindings(findings, "Nothing was printed.", out);
  const found = plan.environments.find(({ name }) => name === env);
  if (found === undefined) throw unknownEnvironment(env, plan.environments);
  const [ours, theirs] = byOwner(found, wanted(found, secret));
  const made = ours.map((one) => madeUp(found, one));
  const objects = secret === undefined ? [...namespaces(found), ...made] : made;
  const notice = secret === undefined ? `${NOTICE}${certificateNotice(found)}` : NOTICE;
  out.print(out.json ? `${JSON.stringify(objects, null, 2)}\n` : `${notice}${objects.map(renderYaml).join("---\n")}`);
  for (const { message, remedy } of theirs.map((one) => notOurs(found, one))) out.complain(`${message}\n  ${remedy}\n`);
  return EXIT.done;
}

const NOTICE = `# For a first try: kubectl apply -f - takes this. Keep it out of Git.
# The Secrets are immutable, so that a second run cannot lock pods out of the data that the first one's credentials guard.
`;

/** Certificates are the cluster's to make, so that no key passes through here. */
function certificateNotice(environment: Environment): string {
  const names = neededCertificates(environment).map(({ secretName }) => secretName);
  if (names.length === 0) return "";
  const maker = environment.tls.certificates === "existing" ? "you make them" : "cert-manager makes them";
  return `# Without the certificates ${names.join(", ")}: ${maker}, docs/tls.md.\n`;
}

function namespaces(environment: Environment): KubernetesObject[] {
  return objectsOf(partsOf(environment)).filter(({ kind }) => kind === "Namespace");
}

function wanted({ secrets: { required } }: Environment, name: string | undefined): readonly RequiredSecret[] {
  const found = name === undefined ? required : required.filter((secret) => secret.name === name);
  if (name === undefined || found.length > 0) return found;
  const names = required.map((secret) => secret.name).join(", ");
  throw refusal(
    "E_REF",
    `No pod reads a Secret ${JSON.stringify(name)}.`,
    names === "" ? "None is needed." : `Use one of ${names}.`,
  );
}

/** The Secrets that can be made up, and those that only a system outside can give. */
function byOwner(environment: Environment, required: readonly RequiredSecret[]): readonly [RequiredSecret[], RequiredSecret[]] {
  const { provider } = environment.secrets;
  const [first] = required;
  if (provider !== "existing" && first !== undefined) throw madeElsewhere(provider, first);
  const ours = required.filter((secret) => isOurs(environment, secret));
  if (ours.length === 0 && first !== undefined) throw notOurs(environment, first);
  return [ours, required.filter((secret) => !ours.includes(secret))];
}

function madeUp({ namespace }: Environment, secret: RequiredSecret): KubernetesObject {
  return {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: secret.name, namespace, labels: commonLabels(SECRETS), annotations: { ...KEEP } },
    type: "Opaque",
    immutable: true,
    stringData: secret.purpose === "pulsar" ? freshTokens() : Object.fromEntries(secret.keys.map((key) => [key, randomText()])),
  };
}

/** Whether both who asks for the credentials and who shows them are in the environment. */
function isOurs({ etcd, objectStorage, messageQueue }: Environment, { purpose }: RequiredSecret): boolean {
  if (purpose === "objectStorage") return objectStorage.type === "minio";
  if (purpose === "pulsar") return messageQueue.type === "pulsar" && messageQueue.mode !== "external";
  if (purpose === "etcd") return etcd.mode === "internal";
  return purpose === "milvusRoot";
}

function freshTokens(): Record<string, string> {
  const { publicKey, tokens } = signTokens({ [PULSAR_KEYS.server]: "server", [PULSAR_KEYS.milvus]: "milvus" });
  return { [PULSAR_KEYS.publicKey]: publicKey, ...tokens };
}

function unknownEnvironment(env: string, environments: readonly Environment[]): GeneratorError {
  const names = environments.map(({ name }) => name);
  return refusal("E_REF", `There is no environment ${JSON.stringify(env)}.`, `Use one of ${names.join(", ")}.`);
}

function madeElsewhere(provider: string, { name }: RequiredSecret): GeneratorError {
  return refusal(
    "E_UNUSED",
    `The Secret ${name} is made by ${provider}.`,
    "Give the values to that; a Secret made here would be in its way.",
  );
}

function notOurs({ namespace }: Environment, { name, keys }: RequiredSecret): GeneratorError {
  const literals = keys.map((key) => `--from-literal=${key}=…`).join(" ");
  return refusal(
    "E_REF",
    `The Secret ${name} holds the credentials of a system outside, which cannot be made up here.`,
    `Create it: kubectl -n ${namespace} create secret generic ${name} ${literals}`,
  );
}

function refusal(code: string, message: string, remedy: string): GeneratorError {
  return new GeneratorError({ code, exitCode: EXIT.input, message, remedy });
}
