import { isMapList, type JsonMap, read } from "./value.ts";

/** A field by which items are told apart, its parts joined by a dot, and what stands there when it is not said. */
interface KeyField {
  readonly path: readonly string[];
  readonly byDefault?: string;
}

const NAME: readonly KeyField[] = [{ path: ["name"] }];
const PROTOCOL: KeyField = { path: ["protocol"], byDefault: "TCP" };

/**
 * By which fields the items of a list are told apart (`x-kubernetes-list-map-keys` of the API, and lists that have a natural key).
 * What is not here is told apart by its place.
 */
const KEYS: Readonly<Record<string, readonly (readonly KeyField[])[]>> = {
  containers: [NAME],
  initContainers: [NAME],
  env: [NAME],
  volumes: [NAME],
  imagePullSecrets: [NAME],
  secrets: [NAME],
  listeners: [NAME],
  volumeMounts: [[{ path: ["mountPath"] }]],
  volumeDevices: [[{ path: ["devicePath"] }]],
  volumeClaimTemplates: [[{ path: ["metadata", "name"] }]],
  topologySpreadConstraints: [[{ path: ["topologyKey"] }, { path: ["whenUnsatisfiable"] }]],
  hostAliases: [[{ path: ["ip"] }]],
  /** Of a container, or of a Service. */
  ports: [
    [{ path: ["containerPort"] }, PROTOCOL],
    [{ path: ["port"] }, PROTOCOL],
  ],
  /** Of an ExternalSecret. */
  data: [[{ path: ["secretKey"] }]],
};

export type KeyedItems = ReadonlyMap<string, JsonMap>;

/** The items of both lists by their key, where every item has it and no two of one list share it. */
export function keyedLists(
  field: string,
  before: readonly unknown[],
  after: readonly unknown[],
): readonly [KeyedItems, KeyedItems] | undefined {
  for (const key of Object.hasOwn(KEYS, field) ? (KEYS[field] ?? []) : []) {
    const [a, b] = [keyItems(key, before), keyItems(key, after)];
    if (a !== undefined && b !== undefined) return [a, b];
  }
  return undefined;
}

function keyItems(key: readonly KeyField[], items: readonly unknown[]): KeyedItems | undefined {
  if (!isMapList(items)) return undefined;
  const keyed = new Map<string, JsonMap>();
  for (const item of items) {
    const parts = key.map(({ path, byDefault }) => read(item, ...path) ?? byDefault);
    if (parts.some((part) => part === undefined)) return undefined;
    keyed.set(parts.join("/"), item);
  }
  return keyed.size === items.length ? keyed : undefined;
}

/** Lists in which only membership counts: of claims, Services, policies, pods and projects. */
const SETS: Readonly<Record<string, true>> = {
  accessModes: true,
  add: true,
  clusterResourceBlacklist: true,
  clusterResourceWhitelist: true,
  destinations: true,
  drop: true,
  egress: true,
  finalizers: true,
  from: true,
  ingress: true,
  loadBalancerSourceRanges: true,
  namespaceResourceBlacklist: true,
  namespaceResourceWhitelist: true,
  policyTypes: true,
  sourceNamespaces: true,
  sourceRepos: true,
  syncOptions: true,
  syncWindows: true,
  to: true,
  tolerations: true,
};

export function isSet(field: string): boolean {
  return Object.hasOwn(SETS, field);
}
