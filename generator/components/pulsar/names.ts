import { headlessName, type Identity, ZOOKEEPER } from "../../model/identities.ts";
import { ZOOKEEPER_CLIENT } from "../../model/ports.ts";

/**
 * Where every role finds ZooKeeper: its client Service, which leads to members of the quorum alone. A list of members would
 * restart bookies and brokers whenever their number changes.
 */
export const ZOOKEEPER_ADDRESS = `${ZOOKEEPER.name}:${ZOOKEEPER_CLIENT.port}`;

/** What brokers call their cluster in ZooKeeper; a new name would be a new, empty cluster. */
export const CLUSTER = "pulsar";

/** The DNS name of the pod itself, under which it registers: it outlives restarts, which its IP address does not. */
export function ownAddress(identity: Identity): string {
  return podAddress(identity, "$(POD_NAME)");
}

/** The DNS name of a pod of a StatefulSet, free of namespace and cluster domain. */
export function podAddress(identity: Identity, pod: string): string {
  return `${pod}.${headlessName(identity)}.$(POD_NAMESPACE).svc`;
}
