import type { ExternalPulsar, PulsarCluster, PulsarStandalone } from "../environment.ts";
import { type Mirrors, resolveImage } from "./images.ts";
import type { Section, VolumeSettings, WorkloadSettings } from "./settings.ts";
import { take } from "./take.ts";
import { resolveVolume, resolveWorkload } from "./workload.ts";

type PulsarSettings = NonNullable<Section<"messageQueue">["pulsar"]>;
type RoleSettings = WorkloadSettings & Pick<NonNullable<PulsarSettings["broker"]>, "jvm">;

const PATH = "messageQueue.pulsar";

/** One process, every part apart, or a Pulsar that exists. */
export function resolvePulsar(pulsar: PulsarSettings, mirrors: Mirrors): PulsarStandalone | PulsarCluster | ExternalPulsar {
  const { mode, ...client } = take(PATH, pulsar, "mode", "tenant", "namespace", "maxMessageSize");
  switch (mode) {
    case "external":
      return { type: "pulsar", mode, ...client, ...take(PATH, pulsar, "address", "webPort") };
    case "standalone":
      return { type: "pulsar", mode, ...client, ...servers(pulsar, mirrors), ...standalone(pulsar) };
    case "cluster":
      return { type: "pulsar", mode, ...client, ...servers(pulsar, mirrors), ...cluster(pulsar) };
  }
}

function servers(pulsar: PulsarSettings, mirrors: Mirrors) {
  return {
    image: resolveImage(`${PATH}.image`, pulsar.image, mirrors),
    retention: take(
      `${PATH}.retention`,
      pulsar.retention,
      "minutes",
      "megabytes",
      "backlogGigabytes",
      "backlogPolicy",
      "ttlSeconds",
    ),
  };
}

function standalone({ standalone }: PulsarSettings) {
  return { standalone: { ...role("standalone", standalone), storage: volume("standalone.storage", standalone?.storage) } };
}

function cluster(pulsar: PulsarSettings) {
  const { zookeeper, bookkeeper, autorecovery, broker, proxy } = pulsar;
  return {
    ...take(PATH, pulsar, "ensembleSize", "writeQuorum", "ackQuorum"),
    zookeeper: { ...role("zookeeper", zookeeper), storage: volume("zookeeper.storage", zookeeper?.storage) },
    bookkeeper: {
      ...role("bookkeeper", bookkeeper),
      journal: volume("bookkeeper.journal", bookkeeper?.journal),
      ledgers: volume("bookkeeper.ledgers", bookkeeper?.ledgers),
    },
    autorecovery: role("autorecovery", autorecovery),
    broker: role("broker", broker),
    proxy: role("proxy", proxy),
  };
}

function role(name: string, settings: RoleSettings | undefined) {
  const path = `${PATH}.${name}`;
  return { ...resolveWorkload(path, settings), jvm: take(`${path}.jvm`, settings?.jvm, "heap", "directMemory") };
}

function volume(name: string, settings: VolumeSettings | undefined) {
  return resolveVolume(`${PATH}.${name}`, settings);
}
