import { type EnvVar, envValue } from "../../../kubernetes/env.ts";
import type { Environment, Role } from "../../../model/environment.ts";
import { authorities } from "./authorities.ts";
import { credentials } from "./credentials.ts";
import { firstPassword } from "./first-password.ts";
import { localStorage } from "./local-storage.ts";
import { resourceGroup } from "./resource-group.ts";
import { settingOf, variableOf } from "./setting.ts";
import { visibleGpus } from "./visible-gpus.ts";

/**
 * The variables of a role: credentials, its resource group, local disk, GPUs, Milvus settings of this role alone, and what the user sets. The user's
 * variables stand last, by name; one that names a setting above takes its place. Milvus does not care how a setting is spelled, so
 * neither does the comparison. Credentials stay: they come from a Secret or not at all. So does the group, which the Deployment is named
 * after.
 */
export function milvusEnv(environment: Environment, role: Role): EnvVar[] {
  const fixed = [
    ...credentials(environment),
    ...authorities(environment),
    ...firstPassword(environment, role),
    ...resourceGroup(environment, role),
  ];
  const free = merged(
    [...localStorage(role), ...visibleGpus(environment, role), ...sorted(role.config, variableOf)],
    sorted(role.env, (name) => name),
  );
  const taken = new Set(fixed.map(({ name }) => settingOf(name)));
  return [...fixed, ...free.filter(({ name }) => !taken.has(settingOf(name)))];
}

function sorted(values: Readonly<Record<string, string>>, nameOf: (key: string) => string): EnvVar[] {
  const variables = Object.entries(values).map(([key, value]) => envValue(nameOf(key), value));
  return variables.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function merged(ours: readonly EnvVar[], theirs: readonly EnvVar[]): EnvVar[] {
  const bySetting = new Map(ours.map((variable) => [settingOf(variable.name), variable]));
  for (const variable of theirs) bySetting.set(settingOf(variable.name), variable);
  return [...bySetting.values()];
}
