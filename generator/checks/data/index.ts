import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { claimsOutlivePods, claimTemplatesNeverChange, noBareClaims } from "./claims.ts";
import { dataClaimed } from "./data-claimed.ts";
import { noDestructiveOptions } from "./destructive-options.ts";
import { etcdCompacts, etcdQuotaFits } from "./etcd-space.ts";
import { claimTemplatesGuarded, dataGuarded, madeSecretsGuarded } from "./guards.ts";
import { nothingDestroysData } from "./nothing-destroys-data.ts";

/** Volumes and what is on them: kept, guarded, large enough, and destroyed by nobody. */
export const DATA: readonly Invariant<EnvironmentTree>[] = [
  claimsOutlivePods,
  claimTemplatesNeverChange,
  claimTemplatesGuarded,
  dataGuarded,
  madeSecretsGuarded,
  noBareClaims,
  dataClaimed,
  nothingDestroysData,
  noDestructiveOptions,
  etcdQuotaFits,
  etcdCompacts,
];
