import type { Component } from "../component.ts";
import { etcdBackup } from "./etcd/index.ts";
import { milvusBackup } from "./milvus/index.ts";

/** Jobs that bring metadata and collections to another place: docs/backup.md. */
export const backup: Component = {
  name: "backup",
  isShared: true,
  version: () => undefined,
  units: (environment) => [...etcdBackup(environment), ...milvusBackup(environment)],
};
