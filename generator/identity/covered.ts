import type { Change } from "./rule.ts";

/** A fact, and those that follow from it. */
const OWNERS: readonly (readonly [owner: string, owned: RegExp])[] = [
  ["argocd.application", /^argocd\.project$/],
  ["etcd.mode", /^etcd\.(?!mode$|rootPath$)/],
  ["objectStorage.type", /^(?:minio\.|objectStorage\.endpoint$)/],
  ["minio.mode", /^minio\.(?:servers$|scheme$|drivesPerServer$|claims)/],
  ["minio.drivesPerServer", /^minio\.claims(?:$|\.[\w-]+\.mountPath$)/],
  ["messageQueue.type", /^(?:pulsar\.|messageQueue\.brokers$)/],
  ["pulsar.mode", /^pulsar\.(?!mode$)/],
];

/** Whether a change follows from another one, which has a rule of its own. */
export function isCovered({ fact, before, after, to }: Change): boolean {
  const isOwned = OWNERS.some(([owner, owned]) => before[owner] !== after[owner] && owned.test(fact));
  return isOwned || (to === undefined && isInChangedList(fact, before, after));
}

/** A volume that is no longer among those of its StatefulSet is told by the list of them. */
function isInChangedList(fact: string, before: Change["before"], after: Change["after"]): boolean {
  const list = /^(.+\.claims)\.[\w-]+\.\w+$/.exec(fact)?.[1];
  return list !== undefined && before[list] !== after[list];
}
