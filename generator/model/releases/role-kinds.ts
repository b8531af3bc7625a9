import type { RoleName } from "../environment.ts";
import type { RoleKind } from "./release.ts";

export const ROLE_KINDS: Readonly<Record<RoleName, RoleKind>> = {
  proxy: "proxy",
  rootCoord: "coordinator",
  dataCoord: "coordinator",
  queryCoord: "coordinator",
  mixCoord: "coordinator",
  streamingNode: "worker",
  queryNode: "worker",
  dataNode: "worker",
  indexNode: "worker",
};
