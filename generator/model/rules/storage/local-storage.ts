import type { Role } from "../../environment.ts";
import { ROLE_KINDS } from "../../releases/role-kinds.ts";
import { roleField } from "../../role-field.ts";
import { error, type Problem } from "../problem.ts";
import { formatBytes, parseQuantity } from "../quantity.ts";
import type { Rule } from "../rule.ts";

/** Of /tmp and of the process' own folder, which count as ephemeral storage too, bytes. */
const BESIDE_SCRATCH = 257 * 2 ** 20;

/** Milvus counts the disk that an index may use in whole gibibytes. */
const LEAST = 2 ** 30;

/** A scratch volume counts as ephemeral storage: the node evicts a pod that fills more than its limit. */
export const localStorage: Rule = ({ environment: { milvus } }) =>
  milvus.roles.flatMap((role) => [...aboveLimit(role), ...tooSmall(role)]);

/** A volume of its own does not count. */
function aboveLimit(role: Role): Problem[] {
  const { localStorage: size, localStorageClass, resources } = role;
  const limit = resources.limits["ephemeral-storage"];
  if (localStorageClass !== undefined) return [];
  const needed = parseQuantity(size) + BESIDE_SCRATCH;
  if (limit === undefined || needed <= parseQuantity(limit)) return [];
  return [
    error(`${roleField(role)}.localStorage`, "E_STORAGE", {
      message: `A scratch disk of ${size} does not fit below an ephemeral-storage limit of ${limit}.`,
      reason: `With temporary files it takes ${formatBytes(needed)}; the node evicts a pod that has more than its limit.`,
      remedy: `Lower it, or raise ${roleField(role)}.resources.limits.ephemeral-storage to that.`,
    }),
  ];
}

function tooSmall(role: Role): Problem[] {
  const { name, localStorage: size } = role;
  if (ROLE_KINDS[name] !== "worker" || parseQuantity(size) >= LEAST) return [];
  return [
    error(`${roleField(role)}.localStorage`, "E_STORAGE", {
      message: `A scratch disk of ${size} leaves no room for an index.`,
      reason: "Milvus counts it in whole GiB, and this is none.",
      remedy: "Use at least 1Gi.",
    }),
  ];
}
