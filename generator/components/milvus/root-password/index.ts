import type { Unit } from "../../../kubernetes/resource.ts";
import type { Environment } from "../../../model/environment.ts";
import { RELEASES } from "../../../model/releases/index.ts";
import { rootPasswordJob } from "./job.ts";
import { managementService } from "./management-service.ts";

/** What replaces the password that Milvus publishes, where clients have to sign in. */
export function rootPasswordUnits(environment: Environment): Unit[] {
  const { authentication, milvus } = environment;
  if (!authentication.milvus.enabled) return [];
  const isFixed = RELEASES[milvus.family].rootPassword === "fixed";
  const service = { file: "service-management", object: managementService() };
  const job = { file: "job", object: rootPasswordJob(environment) };
  return [{ path: "milvus/root-password", resources: [...(isFixed ? [service] : []), job] }];
}
