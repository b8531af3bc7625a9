import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { cronJobsBounded } from "./cron-jobs-bounded.ts";
import { etcdBackedUp } from "./etcd-backed-up.ts";
import { veleroHooksTell, veleroNamesExist } from "./velero.ts";

/** What is lost comes back, if somebody saved it in time. */
export const BACKUP: readonly Invariant<EnvironmentTree>[] = [etcdBackedUp, cronJobsBounded, veleroNamesExist, veleroHooksTell];
