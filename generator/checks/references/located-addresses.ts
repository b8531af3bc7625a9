import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { type Address, addressesIn, addressPairsIn } from "./addresses.ts";
import { configTexts, podTexts, type Text } from "./texts.ts";

/** An address, and the object that names it. */
export interface LocatedAddress {
  readonly object: KubernetesObject;
  readonly address: Address;
}

/** Every address of their own namespace that variables, arguments and configuration files name; the others are outside. */
export function locatedAddresses(objects: readonly KubernetesObject[]): LocatedAddress[] {
  const configuration = configTexts(objects);
  const found = [
    ...[...podTexts(objects), ...configuration].flatMap((text) => located(text, addressesIn)),
    ...configuration.flatMap((text) => located(text, addressPairsIn)),
  ];
  return found.filter(isOfItsNamespace);
}

function located({ object, text }: Text, find: (text: string) => Address[]): LocatedAddress[] {
  return find(text).map((address) => ({ object, address }));
}

function isOfItsNamespace({ object, address }: LocatedAddress): boolean {
  return address.namespace === undefined || address.namespace === object.metadata.namespace;
}
