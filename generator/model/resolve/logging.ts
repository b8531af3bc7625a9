import { merge } from "../../config/merge.ts";
import type { PlatformFile } from "../../config/schema/platform.ts";
import type { Addon, Logging, LogShipper, OwnStore } from "../environment.ts";
import { type Mirrors, mirrored, resolveImage } from "./images.ts";
import { LOGGING_DEFAULTS } from "./logging-defaults.ts";
import { OWN_CLUSTER } from "./own-cluster.ts";
import { take } from "./take.ts";
import { resolveResources, resolveVolume } from "./workload.ts";

export type LoggingSettings = NonNullable<NonNullable<PlatformFile["addons"]>["logging"]>;

/** Where logs go; the stack of its own unless somebody else's is named. */
export function resolveLogging(written: LoggingSettings, mirrors: Mirrors): Logging {
  const settings = merge<LoggingSettings>(LOGGING_DEFAULTS, written);
  const { cluster = OWN_CLUSTER, existing } = settings;
  return {
    cluster,
    ...take(PATH, settings, "namespace", "retentionDays"),
    store:
      existing === undefined
        ? ownStore(settings, mirrors)
        : { type: "existing", ...existing, caSecretName: existing.caSecretName },
    fluentd: shipper(settings, mirrors),
  };
}

const PATH = "addons.logging";

function ownStore(settings: LoggingSettings, mirrors: Mirrors): OwnStore {
  const { version, operator, elasticsearch, kibana } = take(PATH, settings, "version", "operator", "elasticsearch", "kibana");
  const path = `${PATH}.elasticsearch`;
  const { nodes, storage, resources } = take(path, elasticsearch, "nodes", "storage", "resources");
  const image = (name: string) => resolveImage(name, { repository: `${REGISTRY}/${name}/${name}`, tag: version }, mirrors);
  return {
    type: "own",
    version,
    operatorNamespace: take(`${PATH}.operator`, operator, "namespace").namespace,
    elasticsearch: {
      image: image("elasticsearch"),
      nodes,
      storage: resolveVolume(`${path}.storage`, storage),
      resources: resolveResources(`${path}.resources`, resources),
    },
    kibana: {
      image: image("kibana"),
      resources: resolveResources(`${PATH}.kibana.resources`, take(`${PATH}.kibana`, kibana, "resources").resources),
    },
  };
}

const REGISTRY = "docker.elastic.co";

function shipper({ fluentd }: LoggingSettings, mirrors: Mirrors): LogShipper {
  const path = `${PATH}.fluentd`;
  const { image, buffer, resources } = take(path, fluentd, "image", "buffer", "resources");
  return {
    image: resolveImage(`${path}.image`, image, mirrors),
    buffer,
    resources: resolveResources(`${path}.resources`, resources),
  };
}

/** The operator, unless there is one, or nothing for it to run. */
export function resolveOperator(written: LoggingSettings, mirrors: Mirrors): Addon[] {
  const { cluster = OWN_CLUSTER, operator, existing, ...settings } = merge<LoggingSettings>(LOGGING_DEFAULTS, written);
  const { enabled, namespace, version, values } = take(
    `${PATH}.operator`,
    operator,
    "enabled",
    "namespace",
    "version",
    "values",
  );
  if (!enabled || existing !== undefined) return [];
  const chart = { repository: "https://helm.elastic.co", name: "eck-operator", version };
  const own = operatorValues(take(PATH, settings, "namespace").namespace, mirrors);
  return [{ name: "eck", cluster, namespace, chart, values: merge<object>(own, values) as Addon["values"] }];
}

/** Names of eck-operator 3.5.0 (`values.yaml`). */
function operatorValues(namespace: string, mirrors: Mirrors) {
  return {
    image: { repository: mirrored(`${REGISTRY}/eck/eck-operator`, mirrors) },
    // By its label and not by a list: for a list the chart would make Roles there, outside of its own namespace.
    managedNamespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } },
    telemetry: { disabled: true },
    // Its certificates are a Secret that no sync sees, and its kind would widen the project.
    webhook: { enabled: false },
  };
}
