import { defined } from "../../../kubernetes/defined.ts";
import type { Environment } from "../../../model/environment.ts";

/** Whether clients sign in, and who may change passwords of others; the first password of root comes as a variable. */
export function securityConfig({ authentication }: Environment): Readonly<Record<string, unknown>> {
  const { enabled, superUsers } = authentication.milvus;
  if (!enabled) return {};
  return {
    common: { security: defined({ authorizationEnabled: true, superUsers: superUsers.join(",") || undefined }) },
  };
}
