import type { Settings } from "../../../config/schema/settings.ts";
import type { Environment } from "../../environment.ts";
import { error, type Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { unusedInAttu } from "./attu.ts";
import { unusedInAuthentication } from "./authentication.ts";
import { unusedInAutoscaling } from "./autoscaling.ts";
import { unusedInBackup } from "./backup.ts";
import { unusedInExposure } from "./exposure.ts";
import { unusedInGpu } from "./gpu.ts";
import { unusedInMessageQueue } from "./message-queue.ts";
import { unusedMilvusRoles } from "./milvus-roles.ts";
import { unusedInMonitoring } from "./monitoring.ts";
import { unusedInNetwork } from "./network.ts";
import { unusedInSecrets } from "./secrets.ts";
import { unusedInStores } from "./stores.ts";
import { unusedInTls } from "./tls.ts";
import type { UnusedField } from "./unused-field.ts";

/** Every field of the merged settings that nothing reads, whoever said it. */
export function unusedFields(environment: Environment, settings: Settings): UnusedField[] {
  return [
    ...unusedInStores(environment, settings),
    ...unusedInMessageQueue(environment),
    ...unusedInExposure(environment, settings),
    ...unusedInSecrets(environment, settings),
    ...unusedInAuthentication(environment, settings),
    ...unusedMilvusRoles(environment, settings),
    ...unusedInMonitoring(environment, settings),
    ...unusedInNetwork(environment, settings),
    ...unusedInAutoscaling(environment, settings),
    ...unusedInTls(environment, settings),
    ...unusedInGpu(environment, settings),
    ...unusedInBackup(environment, settings),
    ...unusedInAttu(environment, settings),
  ];
}

/** A person who writes a field expects that it does something. */
export const noUnusedFields: Rule = ({ config, unused }) => {
  const own = unused.filter(({ path }) => config.origin(path).saidBy === "environment");
  return own.filter(({ field }) => !own.some((other) => field.startsWith(`${other.field}.`))).map(unusedField);
};

function unusedField({ path, because }: UnusedField): Problem {
  return error(path, "E_UNUSED", {
    message: `The field has no effect, because ${because}.`,
    remedy: "Remove it, or change the other field.",
  });
}
