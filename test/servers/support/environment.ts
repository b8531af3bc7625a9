import { afterAll, beforeAll } from "vitest";
import { timed } from "../../support/eventually.ts";
import type { LiveObject } from "../../support/live-object.ts";
import { makeCertificates } from "./certificates.ts";
import { claimNamespace } from "./claim-namespace.ts";
import { applyObjects, deploy, type Order, runProduct, waitForJobs } from "./deploy.ts";
import { ROOT } from "./outside-client.ts";
import { podsOf, readySince } from "./pods.ts";
import { removeNamespace } from "./remove-namespace.ts";
import { makeRepository, namespaceOf } from "./scenarios.ts";
import { waitUntilReady } from "./wait-until-ready.ts";

/** An environment that runs. What a test changes in its file, `deploy` takes to the cluster. */
export interface TestEnvironment {
  readonly name: string;
  readonly namespace: string;
  /** The folder of its repository, in which `overlays/NAME/environment.yaml` is what people edit. */
  readonly repository: string;
  /** What Kustomize last made of it. */
  readonly objects: readonly LiveObject[];
  /** How long it took from the first object to the last pod Ready, in seconds with one decimal. */
  readonly seconds: string;
  /** When each pod was Ready at first. */
  readonly readySince: ReadonlyMap<string, Date>;
}

/** Starts an environment before the tests of a file and removes it after them, however they end. Tests ask for it. */
export function useEnvironment(name: string, order: Order): () => TestEnvironment {
  let environment: TestEnvironment | undefined;
  beforeAll(async () => {
    environment = await startEnvironment(name, order);
  }, 1_200_000);
  afterAll(() => removeNamespace(namespaceOf(name)), 600_000);
  return () => {
    if (environment === undefined) throw new Error(`The environment ${name} has not started.`);
    return environment;
  };
}

/** Makes a repository with this environment, generates and applies it, and waits until every pod is Ready. */
export async function startEnvironment(name: string, order: Order): Promise<TestEnvironment> {
  const before: TestEnvironment = {
    name,
    namespace: namespaceOf(name),
    repository: makeRepository(name),
    objects: [],
    seconds: "",
    readySince: new Map(),
  };
  const { value, seconds } = await timed(async () => {
    await applySecrets(before);
    const environment = await deploy(before, order);
    await waitUntilReady(environment);
    await waitForJobs(environment);
    return environment;
  });
  return { ...value, seconds, readySince: await readyTimes(value.namespace) };
}

/** What `npm run secrets` prints, the Namespace, which is made with our mark, and the Secrets in it; and certificates. */
async function applySecrets({ repository, name, namespace }: TestEnvironment): Promise<void> {
  const printed = JSON.parse(await runProduct(repository, "secrets", "--env", name, "--json")) as LiveObject[];
  const [namespaces, secrets] = [printed.filter(isNamespace), printed.filter((object) => !isNamespace(object))];
  for (const namespace of namespaces) await claimNamespace(namespace);
  await applyObjects([...secrets.map(withKnownPassword), ...(await makeCertificates(repository, namespace))]);
}

/** The tests sign in as root, so its password is no random one. */
function withKnownPassword(secret: LiveObject): LiveObject {
  const stringData = { password: ROOT.password };
  return secret.metadata.name === "milvus-root" ? Object.assign({}, secret, { stringData }) : secret;
}

function isNamespace({ kind }: LiveObject): boolean {
  return kind === "Namespace";
}

async function readyTimes(namespace: string): Promise<Map<string, Date>> {
  const pods = await podsOf(namespace);
  return new Map(pods.map((pod) => [pod.metadata.name, readySince(pod) ?? new Date()]));
}
