import type { RoleName } from "../environment.ts";
import { MILVUS_API, type Port } from "../ports.ts";
import type { Release } from "./release.ts";

/** A section of the configuration with a gRPC port of its own. mixcoord has none: it listens as the coordinators it holds. */
export type Listener = Exclude<RoleName, "mixCoord">;

/**
 * The port of each. They are written to the configuration: the binary's default is 19530 for every role, so three coordinators in
 * one pod exit with `address already in use` (2.3.5). Only the image's file sets them apart, and 2.6 moved rootCoord there to 22125.
 */
export const LISTENER_PORTS: Readonly<Record<Listener, Port>> = {
  proxy: MILVUS_API,
  rootCoord: { name: "rootcoord", port: 53100 },
  dataCoord: { name: "datacoord", port: 13333 },
  queryCoord: { name: "querycoord", port: 19531 },
  streamingNode: { name: "streamingnode", port: 22222 },
  queryNode: { name: "querynode", port: 21123 },
  dataNode: { name: "datanode", port: 21124 },
  indexNode: { name: "indexnode", port: 21121 },
};

/** What the pod of a role listens as. A streaming node runs a query node beside it (milvus 2.6 `cmd/milvus/util.go`). */
export function listeners(release: Release, role: RoleName): readonly Listener[] {
  if (role === "mixCoord") return release.mixCoord.listens;
  return role === "streamingNode" ? ["streamingNode", "queryNode"] : [role];
}
