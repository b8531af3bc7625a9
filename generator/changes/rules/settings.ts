import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { isMap, type JsonMap, read } from "../value.ts";
import { onChange, type Rule, when } from "./rule.ts";

interface FilePair {
  readonly before: JsonMap;
  readonly after: JsonMap;
}

/** The configuration files that both states of a ConfigMap have. */
export function filePairs(before: KubernetesObject, after: KubernetesObject): FilePair[] {
  const old = isMap(before.data) ? before.data : {};
  return Object.entries(isMap(after.data) ? after.data : {}).flatMap(([file, now]) => {
    const found = old[file];
    return after.kind === "ConfigMap" && isMap(now) && isMap(found) ? [{ before: found, after: now }] : [];
  });
}

/** The settings of a list that have another value; one that is new or goes had a default that is not known here. */
function changedSettings(before: KubernetesObject, after: KubernetesObject, settings: readonly string[]): string[] {
  return filePairs(before, after).flatMap((files) =>
    settings.filter((setting) => {
      const [old, now] = [files.before, files.after].map((file) => read(file, ...setting.split(".")));
      return old !== undefined && now !== undefined && old !== now;
    }),
  );
}

/** Where Milvus keeps everything: under another path it starts empty, and what was there belongs to nobody. */
const PLACES_OF_DATA = [
  "etcd.rootPath",
  "metastore.type",
  "minio.bucketName",
  "minio.rootPath",
  "mq.type",
  "msgChannel.chanNamePrefix.cluster",
  "pulsar.namespace",
  "pulsar.tenant",
];

export const dataMoved: Rule = onChange(({ before, after }) =>
  changedSettings(before, after, PLACES_OF_DATA).flatMap((setting) =>
    when(
      true,
      "destructive",
      `Milvus looks elsewhere for what it keeps (${setting}): it finds nothing there, and the old data stays behind.`,
    ),
  ),
);

/** The same store by another name, or another one. */
const ADDRESSES = ["kafka.brokerList", "minio.address", "pulsar.address"];

export const storeMoved: Rule = onChange(({ before, after }) =>
  changedSettings(before, after, ADDRESSES).flatMap((setting) =>
    when(
      true,
      "high",
      `Milvus reaches a store at another address (${setting}); if it is another store, its data is not there.`,
    ),
  ),
);

function asksClients(file: JsonMap): boolean {
  return String(read(file, "common", "security", "authorizationEnabled")) === "true";
}

/** Proxies are replaced one by one, and each asks from then on. */
export const authorizationOn: Rule = onChange(({ before, after }) => {
  const isOn = filePairs(before, after).some((files) => !asksClients(files.before) && asksClients(files.after));
  return when(isOn, "high", "Milvus asks clients who they are: those without a user and a password are cut off.");
});

/** Everybody who reaches the port may read, write and drop. */
export const authorizationOff: Rule = onChange(({ before, after }) => {
  const isOff = filePairs(before, after).some((files) => asksClients(files.before) && !asksClients(files.after));
  return when(isOff, "high", "Milvus no longer asks clients who they are (common.security.authorizationEnabled).");
});

/** What goes between Milvus, its clients and its stores can be read. */
export const encryptionOff: Rule = onChange(({ before, after }) =>
  filePairs(before, after).flatMap((files) =>
    ENCRYPTION.filter(({ level, path }) => level(read(files.after, ...path)) < level(read(files.before, ...path))).flatMap(
      ({ path }) => when(true, "high", `Milvus encrypts less than it did (${path.join(".")}).`),
    ),
  ),
);

const ENCRYPTION: readonly { readonly path: readonly string[]; readonly level: (value: unknown) => number }[] = [
  { path: ["common", "security", "tlsMode"], level: (value) => Number(value ?? 0) },
  { path: ["common", "security", "internaltlsEnabled"], level: (value) => Number(String(value) === "true") },
  { path: ["etcd", "ssl", "enabled"], level: (value) => Number(String(value) === "true") },
  { path: ["kafka", "securityProtocol"], level: (value) => Number(String(value).includes("SSL")) },
  { path: ["minio", "useSSL"], level: (value) => Number(String(value) === "true") },
];
