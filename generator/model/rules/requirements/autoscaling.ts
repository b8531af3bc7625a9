import type { Settings } from "../../../config/schema/settings.ts";
import type { RoleName } from "../../environment.ts";
import { roleField } from "../../role-field.ts";
import { error, type Problem } from "../problem.ts";
import { type RoleSettings, settingsOf } from "../role-settings.ts";

type AutoscalingSettings = NonNullable<RoleSettings["autoscaling"]>;

/** What an autoscaler that is switched on must be told. */
export function autoscaling(settings: Settings): Problem[] {
  return scalable(settings).flatMap((role) => {
    const { by, ...said } = settingsOf(role, settings).autoscaling ?? {};
    const counter = by ?? settingsOf({ name: role.name, group: undefined }, settings).autoscaling?.by;
    return said.enabled === true ? inRole(`${roleField(role)}.autoscaling`, { ...said, by: counter }) : [];
  });
}

/** Every role that the settings speak of, and every resource group. */
function scalable(settings: Settings) {
  return (Object.keys(settings.milvus?.roles ?? {}) as RoleName[]).flatMap((name) => {
    const { resourceGroups = {} } = settingsOf({ name, group: undefined }, settings);
    return [undefined, ...Object.keys(resourceGroups)].map((group) => ({ name, group }));
  });
}

function inRole(path: string, { by, maxReplicas, cpu, memory, prometheus }: AutoscalingSettings): Problem[] {
  const targets = [cpu, memory, by === "keda" ? prometheus : undefined];
  return [
    ...(maxReplicas === undefined ? [error(`${path}.maxReplicas`, "E_SHAPE", NO_LIMIT)] : []),
    ...(targets.every((target) => target === undefined) ? [error(`${path}.cpu`, "E_SHAPE", NO_TARGET)] : []),
  ];
}

const NO_LIMIT = {
  message: "The field is missing.",
  reason: "An autoscaler without a limit can take every node of the cluster.",
  remedy: "Add it: 8.",
};

const NO_TARGET = {
  message: "Neither cpu nor memory is there.",
  reason: "An autoscaler needs a use that it keeps the pods at.",
  remedy: "Add one of them, in percent of what the pods request: 70. With by: keda, prometheus is enough.",
};
