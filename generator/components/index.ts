import { attu } from "./attu/index.ts";
import { backup } from "./backup/index.ts";
import { certificates } from "./certificates/index.ts";
import type { Component } from "./component.ts";
import { etcd } from "./etcd/index.ts";
import { milvus } from "./milvus/index.ts";
import { minio } from "./minio/index.ts";
import { monitoring } from "./monitoring/index.ts";
import { namespace } from "./namespace/index.ts";
import { network } from "./network/index.ts";
import { pulsar } from "./pulsar/index.ts";
import { quota } from "./quota/index.ts";
import { secrets } from "./secrets/index.ts";
import { leavingOutScratch } from "./velero.ts";

/** Everything an environment can deploy, in the order of overlays/<environment>/kustomization.yaml. */
export const COMPONENTS: readonly Component[] = [
  namespace,
  quota,
  secrets,
  certificates,
  etcd,
  minio,
  pulsar,
  milvus,
  backup,
  attu,
  network,
  monitoring,
].map(leavingOutScratch);
