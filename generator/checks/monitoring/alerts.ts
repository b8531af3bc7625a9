import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { inObjects } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { readAs } from "../read-as.ts";

const SEVERITIES: readonly string[] = ["critical", "warning", "info"];
const TEXTS = ["summary", "description"] as const;

export const alertTellsWhatToDo: Invariant<EnvironmentTree> = {
  name: "alert-tells-what-to-do",
  code: "E_SHAPE",
  severity: "warning",
  reason: "Whoever is paged has nothing but these texts, and Alertmanager sends by severity.",
  remedy: "Give the rule labels.severity (critical, warning or info), annotations.summary and annotations.description.",
  find: inObjects("PrometheusRule", (object) =>
    alertsOf(object).flatMap(({ alert, labels = {}, annotations = {} }) => [
      ...(SEVERITIES.includes(labels.severity ?? "") ? [] : [`${alert} has no severity.`]),
      ...TEXTS.filter((text) => (annotations[text] ?? "").trim() === "").map((text) => `${alert} has no ${text}.`),
    ]),
  ),
};

export const alertNamedOnce: Invariant<EnvironmentTree> = {
  name: "alert-named-once",
  code: "E_REF",
  severity: "error",
  reason: "Prometheus takes alerts of one name and the same labels for one, and each ends what the other began.",
  remedy: "Rename one of them, or give them labels that differ.",
  find: inObjects("PrometheusRule", (object) => {
    const names = alertsOf(object).map(
      ({ alert, labels }) => `${alert} ${JSON.stringify(Object.entries(labels ?? {}).sort())}`,
    );
    const repeated = names.filter((name, index) => names.indexOf(name) < index);
    return [...new Set(repeated)].map((name) => `The alert ${name.split(" ")[0]} is there twice with the same labels.`);
  }),
};

interface Rule {
  readonly alert?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

const TEXT_MAP = { "*": "text" } as const;
const SHAPE = { groups: [{ rules: [{ alert: "text", labels: TEXT_MAP, annotations: TEXT_MAP }] }] } as const;

/** The alerts, without the recording rules. */
function alertsOf({ spec }: KubernetesObject): Rule[] {
  const { groups = [] } = readAs<{ groups?: { rules?: Rule[] }[] }>(spec, SHAPE) ?? {};
  return groups.flatMap(({ rules = [] }) => rules).filter(({ alert }) => alert !== undefined);
}
