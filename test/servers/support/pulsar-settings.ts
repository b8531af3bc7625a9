import { findObject, type LiveObject } from "../../support/live-object.ts";
import { fetchInside } from "./inside-client.ts";
import { runInPod } from "./inside-pod.ts";
import { type Container, containersOf, type Workload } from "./workloads.ts";

/** What upstream's `apply-config-from-env.py` makes a key of a configuration file. */
const PREFIX = "PULSAR_PREFIX_";

/** The keys that a container is given for one of Pulsar's files. */
export interface PulsarSettings {
  readonly workload: Workload;
  /** The workload as kubectl names one of its pods. */
  readonly target: string;
  readonly file: string;
  readonly keys: readonly string[];
}

export function isPulsar({ metadata }: Workload): boolean {
  return metadata.labels?.["app.kubernetes.io/name"] === "pulsar";
}

/** For each container of a workload, the file that its script starts from, and the keys in its variables. */
export function containerSettings(workload: Workload): PulsarSettings[] {
  return containersOf(workload).map((container) => ({
    workload,
    target: targetOf(workload),
    file: fileOf(container),
    keys: keysOf(container),
  }));
}

/** The keys of a configuration file, and those that it shows in a comment because their default is empty or computed. */
export function fileKeys(text: string): Set<string> {
  return new Set([...text.matchAll(/^\s*#?\s*([A-Za-z][\w.]*)\s*=/gm)].map(([, key]) => key ?? ""));
}

/** Lines `key=value`, of a file or of the program `env`; a later line wins. */
export function keyValues(text: string): Map<string, string> {
  const lines = [...text.matchAll(/^([A-Za-z][\w.]*)=(.*)$/gm)];
  return new Map(lines.map(([, key = "", value = ""]) => [key, value]));
}

/** Each key of the server's variables with its value: in the pod, and in what the server was started with. */
export async function runningSettings(namespace: string, workload: Workload) {
  const [server] = workload.spec.template.spec.containers;
  const variables = keyValues(await runInPod(namespace, targetOf(workload), "env"));
  const file = keyValues(await runInPod(namespace, targetOf(workload), "cat", `/pulsar/run/${fileOf(server)}`));
  const pick = (find: (key: string) => unknown) => Object.fromEntries(keysOf(server).map((key) => [key, find(key)]));
  return { given: pick((key) => variables.get(`${PREFIX}${key}`)), taken: pick((key) => file.get(key)) };
}

/** The keys that the server itself calls its configuration, or none where it cannot be asked. The client pod must run. */
export async function reportedKeys(namespace: string, { metadata: { name } }: Workload): Promise<string[]> {
  const page = REPORTS[name];
  if (page === undefined) return [];
  return Object.keys(JSON.parse(await fetchInside(namespace, `http://${page}`, await milvusToken(namespace))) as object);
}

/** The token that the brokers want, where they want one. */
async function milvusToken(namespace: string): Promise<string | undefined> {
  const secret = await findObject<TokenSecret>("secret", namespace, "milvus-pulsar");
  return secret && Buffer.from(secret.data["milvus-token"], "base64").toString();
}

interface TokenSecret extends LiveObject {
  readonly data: { readonly "milvus-token": string };
}

/** The files show only some of the keys of a broker. */
const BROKER_REPORT = "admin/v2/brokers/configuration/runtime";
const REPORTS: Readonly<Record<string, string>> = {
  "pulsar-broker": `pulsar-broker:8080/${BROKER_REPORT}`,
  "pulsar-standalone": `pulsar-standalone:8080/${BROKER_REPORT}`,
};

function targetOf({ kind, metadata }: Workload): string {
  return `${kind.toLowerCase()}/${metadata.name}`;
}

function fileOf({ name, args = [] }: Container): string {
  const [, file] = /cp conf\/(\w+\.conf) /.exec(args.join("\n")) ?? [];
  if (file === undefined) throw new Error(`The script of the container ${name} starts from no configuration file.`);
  return file;
}

function keysOf({ env = [] }: Container): string[] {
  const names = env.map(({ name }) => name).filter((name) => name.startsWith(PREFIX));
  return names.map((name) => name.slice(PREFIX.length));
}
