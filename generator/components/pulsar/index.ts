import type { Unit } from "../../kubernetes/resource.ts";
import type { Environment, PulsarCluster, PulsarStandalone } from "../../model/environment.ts";
import type { Component } from "../component.ts";
import { autorecoveryUnit } from "./autorecovery.ts";
import { bookkeeperUnit } from "./bookkeeper.ts";
import { brokerUnit } from "./broker.ts";
import { proxyUnit } from "./proxy.ts";
import { standaloneUnit } from "./standalone.ts";
import { zookeeperUnit } from "./zookeeper.ts";

/** The log through which Milvus' roles tell each other of changes, unless another queue or a Pulsar outside carries it. */
export const pulsar: Component = {
  name: "pulsar",
  isShared: true,
  version: (environment) => ownPulsar(environment)?.image.tag,
  units: (environment) => {
    const own = ownPulsar(environment);
    if (own === undefined) return [];
    return own.mode === "standalone" ? [standaloneUnit(environment, own)] : clusterUnits(environment, own);
  },
};

function ownPulsar({ messageQueue }: Environment): PulsarStandalone | PulsarCluster | undefined {
  return messageQueue.type === "pulsar" && messageQueue.mode !== "external" ? messageQueue : undefined;
}

function clusterUnits(environment: Environment, cluster: PulsarCluster): Unit[] {
  return [zookeeperUnit, bookkeeperUnit, autorecoveryUnit, brokerUnit, proxyUnit].map((unit) => unit(environment, cluster));
}
