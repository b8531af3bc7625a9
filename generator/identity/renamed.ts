import { error, type Problem } from "../model/rules/problem.ts";
import type { Facts } from "./facts.ts";

/** An environment whose description is gone, with what is still known of it. */
export interface GoneEnvironment {
  readonly name: string;
  readonly facts: Facts;
}

/** A new environment where an old one was: the old one under another name, which Argo CD takes for two. */
export function renameProblems(after: Facts, gone: readonly GoneEnvironment[]): Problem[] {
  return gone.flatMap(({ name, facts }) => {
    const shared = PLACES.find(({ keys }) => keys.every((key) => after[key] !== undefined && after[key] === facts[key]));
    return shared === undefined ? [] : [renamed(name, shared)];
  });
}

interface Place {
  readonly keys: readonly string[];
  readonly field: string;
  readonly what: string;
}

/** What only one environment has, wherever it is. */
const PLACES: readonly Place[] = [
  { keys: ["cluster", "namespace"], field: "namespace", what: "namespace" },
  { keys: ["etcd.endpoints", "etcd.rootPath"], field: "etcd.rootPath", what: "metadata" },
  {
    keys: ["objectStorage.endpoint", "objectStorage.bucket", "objectStorage.rootPath"],
    field: "objectStorage.rootPath",
    what: "bucket and folder",
  },
  { keys: ["messageQueue.brokers", "messageQueue.channelPrefix"], field: "messageQueue.channelPrefix", what: "channels" },
  {
    keys: ["pulsar.address", "pulsar.tenant", "pulsar.namespace", "messageQueue.channelPrefix"],
    field: "messageQueue.channelPrefix",
    what: "channels",
  },
];

function renamed(name: string, { field, what }: Place): Problem {
  return error(field, "E_IMMUTABLE", {
    message: `The environment ${name} is gone, and this one has its ${what}.`,
    reason: "To Argo CD a new name is a second Application; both would claim what is there, and the old one is still running.",
    remedy: `Restore overlays/${name}, or follow docs/runbooks/rename.md.`,
  });
}
