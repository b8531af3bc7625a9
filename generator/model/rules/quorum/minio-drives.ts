import type { Minio } from "../../environment.ts";
import { setSize } from "../../erasure-set.ts";
import { error, type Problem, warning } from "../problem.ts";
import type { Rule } from "../rule.ts";

const MINIO = "objectStorage.minio";

/** MinIO spreads objects over erasure sets of 2 to 16 drives, all of one size; four drives are the fewest that survive losses. */
export const minioDrives: Rule = ({ environment: { objectStorage }, isProduction }) => {
  if (objectStorage.type !== "minio") return [];
  const { minio } = objectStorage;
  return minio.mode === "standalone" ? standalone(minio, isProduction) : distributed(minio, isProduction);
};

function standalone({ replicas, drivesPerServer }: Minio, isProduction: boolean): Problem[] {
  const wrong = [...(replicas === 1 ? [] : ["replicas"]), ...(drivesPerServer === 1 ? [] : ["drivesPerServer"])];
  if (wrong.length > 0) {
    return wrong.map((field) => error(`${MINIO}.${field}`, "E_QUORUM", notSingle(replicas, drivesPerServer)));
  }
  return isProduction ? [warning(`${MINIO}.mode`, "E_QUORUM", SINGLE)] : [];
}

function notSingle(servers: number, drives: number) {
  return {
    message: `A standalone MinIO has one server with one drive, not ${servers} with ${drives}.`,
    remedy: "Use 1 for both, or mode: distributed.",
  };
}

const SINGLE = {
  message: "A standalone MinIO keeps one copy of the data.",
  reason: "Losing its volume loses every vector, and it cannot be made distributed later.",
  remedy: "Use mode: distributed with 4 servers of 2 drives, or object storage outside.",
};

function distributed(minio: Minio, isProduction: boolean): Problem[] {
  const drives = minio.replicas * minio.drivesPerServer;
  if (minio.replicas < 2) return [error(`${MINIO}.replicas`, "E_QUORUM", ONE_SERVER)];
  if (drives < 4) return [error(`${MINIO}.replicas`, "E_QUORUM", tooFew(minio, drives))];
  const set = setSize({ servers: minio.replicas, drivesPerServer: minio.drivesPerServer });
  if (set === undefined || set < 4) return [error(`${MINIO}.replicas`, "E_QUORUM", uneven(minio, drives))];
  return [
    ...parity(minio, set),
    ...(isProduction && minio.replicas < 4 ? [warning(`${MINIO}.replicas`, "E_QUORUM", FEW)] : []),
  ];
}

const ONE_SERVER = {
  message: "A distributed MinIO has two servers or more.",
  reason: "The loss of its only server would take all drives at once.",
  remedy: "Use 4 servers, or mode: standalone with one drive.",
};

const FEW = {
  message: "Fewer than 4 servers do not go on while one is away.",
  reason: "Half of the drives of a set are not enough to write.",
  remedy: "Use 4 servers of 2 drives. The layout is fixed at the first start.",
};

function tooFew({ replicas, drivesPerServer }: Minio, drives: number) {
  return {
    message: `${layout(replicas, drivesPerServer)} have ${drives} drives; erasure coding needs 4.`,
    remedy: "Use 4 servers, or more drives each.",
  };
}

function uneven({ replicas, drivesPerServer }: Minio, drives: number) {
  return {
    message: `${layout(replicas, drivesPerServer)} have ${drives} drives, which no set of 4 to 16 divides evenly.`,
    reason: "MinIO does not start: every set must hold equally many drives of every server.",
    remedy: "Use 4, 6, 8, 12 or 16 servers.",
  };
}

function layout(servers: number, drives: number): string {
  return `${servers} servers with ${drives} drive${drives === 1 ? "" : "s"} each`;
}

function parity({ parity }: Minio, set: number): Problem[] {
  if (parity === undefined || parity <= set / 2) return [];
  const most = Math.floor(set / 2);
  return [
    error(`${MINIO}.parity`, "E_QUORUM", {
      message: `${parity} parity drives are more than half of a set of ${set}.`,
      reason: "MinIO does not start with them.",
      remedy: `Use at most ${most}.`,
    }),
  ];
}
