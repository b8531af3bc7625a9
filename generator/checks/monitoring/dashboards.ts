import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { type EnvironmentTree, type Invariant, violation } from "../invariant.ts";
import { isMap, readAs } from "../read-as.ts";
import { selects } from "../workload.ts";

export const dashboardIsReadable: Invariant<EnvironmentTree> = {
  name: "dashboard-is-readable",
  code: "E_SHAPE",
  severity: "error",
  reason: "Grafana leaves out a dashboard that is no JSON or has no title, and says so only in its log.",
  remedy: "Give the ConfigMap one whole dashboard for each key, as Grafana exports it.",
  find: (tree) =>
    dashboards(tree)
      .filter(({ json }) => !isMap(json) || typeof json.title !== "string" || json.title === "")
      .map(({ object, file }) => violation(object, `${file} is no dashboard with a title.`)),
};

export const dashboardNamedOnce: Invariant<EnvironmentTree> = {
  name: "dashboard-named-once",
  code: "E_REF",
  severity: "error",
  reason: "Of two dashboards with one uid Grafana shows whichever it reads last.",
  remedy: "Give each a uid of its own.",
  find: (tree) => {
    const named = dashboards(tree).map((dashboard) => ({ ...dashboard, uid: uidOf(dashboard) }));
    return named
      .filter(({ uid }, index) => uid !== undefined && named.findIndex((other) => other.uid === uid) < index)
      .map(({ object, uid }) => violation(object, `Another dashboard has the uid ${uid} too.`));
  },
};

interface Dashboard {
  readonly object: KubernetesObject;
  readonly file: string;
  /** Undefined where it is no JSON. */
  readonly json: unknown;
}

/** Every file of the ConfigMaps that Grafana's sidecar takes by their labels. */
function dashboards({ environment, objects }: EnvironmentTree): Dashboard[] {
  const { labels } = environment.monitoring.dashboards;
  const taken = objects.filter(({ kind, metadata }) => kind === "ConfigMap" && selects(labels, metadata.labels ?? {}));
  return (Object.keys(labels).length === 0 ? [] : taken).flatMap((object) => {
    const files = readAs<Record<string, string>>(object.data, { "*": "text" }) ?? {};
    return Object.entries(files).map(([file, text]) => ({ object, file, json: parsed(text) }));
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function uidOf({ json }: Dashboard): unknown {
  return isMap(json) ? json.uid : undefined;
}
