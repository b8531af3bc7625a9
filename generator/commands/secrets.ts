import { renderYaml } from "../documents/yaml.ts";
import { EXIT, GeneratorError } from "../errors.ts";
import { KEEP } from "../kubernetes/metadata.ts";
import type { KubernetesObject } from "../kubernetes/resource.ts";
import type { Environment, RequiredSecret } from "../model/environment.ts";
import { SECRETS } from "../model/identities.ts";
import { commonLabels } from "../model/labels.ts";
import { randomText } from "../system/random-text.ts";
import { readSources } from "../system/repository.ts";
import type { Output } from "./output.ts";
import { objectsOf, partsOf } from "./parts.ts";
import { planRepository } from "./plan.ts";
import { reportFindings } from "./report-findings.ts";

/** Prints the Namespace of an environment and Secrets with fresh random credentials; writes nothing. */
export async function secrets(
  { directory, env }: { readonly directory: string; readonly env: string },
  out: Output,
): Promise<number> {
  const { plan, findings } = planRepository(readSources(directory));
  if (plan === undefined) return reportFindings(findings, "Nothing was printed.", out);
  const found = plan.environments.find(({ name }) => name === env);
  if (found === undefined) throw unknownEnvironment(env, plan.environments);
  const objects = [...namespaces(found), ...found.secrets.required.map((secret) => madeUp(found, secret))];
  out.print(out.json ? `${JSON.stringify(objects, null, 2)}\n` : `${NOTICE}${objects.map(renderYaml).join("---\n")}`);
  return EXIT.done;
}

const NOTICE = `# For a first try: kubectl apply -f - takes this. Keep it out of Git.
# The Secrets are immutable, so that a second run cannot lock pods out of the data that the first one's credentials guard.
`;

function namespaces(environment: Environment): KubernetesObject[] {
  return objectsOf(partsOf(environment)).filter(({ kind }) => kind === "Namespace");
}

function madeUp({ namespace, objectStorage, secrets: { provider } }: Environment, secret: RequiredSecret): KubernetesObject {
  if (provider !== "existing") throw madeElsewhere(provider, secret);
  const isOurs = secret.purpose === "milvusRoot" || (secret.purpose === "objectStorage" && objectStorage.type === "minio");
  if (!isOurs) throw notOurs(namespace, secret);
  return {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: secret.name, namespace, labels: commonLabels(SECRETS), annotations: { ...KEEP } },
    type: "Opaque",
    immutable: true,
    stringData: Object.fromEntries(secret.keys.map((key) => [key, randomText()])),
  };
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

function notOurs(namespace: string, { name, keys, purpose }: RequiredSecret): GeneratorError {
  const literals = keys.map((key) => `--from-literal=${key}=…`).join(" ");
  return refusal(
    "E_REF",
    purpose === "pulsar"
      ? `The Secret ${name} holds tokens, which are signed and not made up: docs/authentication.md.`
      : `The Secret ${name} holds the credentials of a system outside, which cannot be made up here.`,
    `Create it: kubectl -n ${namespace} create secret generic ${name} ${literals}`,
  );
}

function refusal(code: string, message: string, remedy: string): GeneratorError {
  return new GeneratorError({ code, exitCode: EXIT.input, message, remedy });
}
