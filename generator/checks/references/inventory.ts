import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { EnvironmentTree } from "../invariant.ts";
import { readAs } from "../read-as.ts";

/** Keys by the name of each Secret or ConfigMap; undefined where nobody here knows its keys. */
export type KeysByName = ReadonlyMap<string, readonly string[] | undefined>;

export function configMapKeys({ objects }: EnvironmentTree): KeysByName {
  const configMaps = objects.filter(({ kind }) => kind === "ConfigMap");
  return new Map(configMaps.map(({ metadata, data, binaryData }) => [metadata.name, [...keysOf(data), ...keysOf(binaryData)]]));
}

/** What makes a Secret tells its keys, whatever is declared. */
export function secretKeys({ objects, secrets }: EnvironmentTree): KeysByName {
  return new Map<string, readonly string[] | undefined>([
    ...secrets,
    ...objects.flatMap((object) => {
      const made = SOURCES[object.kind]?.(object);
      return made === undefined ? [] : [made];
    }),
  ]);
}

type Source = (object: KubernetesObject) => [string, readonly string[] | undefined];

const SOURCES: Readonly<Record<string, Source>> = {
  Certificate: ({ metadata, spec }) => [
    readAs<{ secretName?: string }>(spec, { secretName: "text" })?.secretName ?? metadata.name,
    undefined,
  ],
  ExternalSecret: externalSecret,
  SealedSecret: ({ metadata, spec }) => {
    const { encryptedData, template } = readAs<Sealed>(spec, { template: { data: "any" } }) ?? {};
    return [metadata.name, [...keysOf(encryptedData), ...keysOf(template?.data)]];
  },
  Secret: ({ metadata, data, stringData }) => [metadata.name, [...keysOf(data), ...keysOf(stringData)]],
};

interface Sealed {
  readonly encryptedData?: unknown;
  readonly template?: { readonly data?: unknown };
}

interface External {
  readonly target?: { readonly name?: string; readonly template?: { readonly data?: unknown } };
  readonly data?: readonly { readonly secretKey: string }[];
  readonly dataFrom?: readonly unknown[];
}

const EXTERNAL = {
  target: { name: "text", template: { data: "any" } },
  data: [{ secretKey: "name" }],
  dataFrom: ["any"],
} as const;

/** A template with data names the keys itself; `dataFrom` takes whatever the store has. */
function externalSecret({ metadata, spec }: KubernetesObject): [string, readonly string[] | undefined] {
  const { target = {}, data = [], dataFrom = [] } = readAs<External>(spec, EXTERNAL) ?? {};
  const name = target.name ?? metadata.name;
  if (target.template?.data !== undefined) return [name, keysOf(target.template.data)];
  return [name, dataFrom.length > 0 ? undefined : data.map(({ secretKey }) => secretKey)];
}

function keysOf(value: unknown): string[] {
  return Object.keys(readAs<object>(value, {}) ?? {});
}
