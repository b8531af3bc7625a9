import { imagePullSecrets } from "../../kubernetes/image-pull-secrets.ts";
import type { ConfigFiles, KubernetesObject, Unit } from "../../kubernetes/resource.ts";
import { serviceAccount } from "../../kubernetes/service-account.ts";
import type { Environment } from "../../model/environment.ts";
import type { Identity } from "../../model/identities.ts";
import { commonLabels } from "../../model/labels.ts";
import { RELEASES } from "../../model/releases/index.ts";
import { WAVE } from "../../model/waves.ts";
import { CONFIG_MAP, milvusConfig } from "./config/index.ts";

/** What all roles share. No workload, so nothing selects it. */
const SHARED: Identity = { name: "milvus", app: "milvus", component: "shared" };

/** One account for all roles: to a cloud's object storage they are one identity, named by the user's annotations. */
export const ACCOUNT = SHARED.name;

export function sharedUnit(environment: Environment): Unit {
  return {
    path: "milvus/common",
    resources: [{ file: "serviceaccount", object: account(environment) }],
    config: config(environment),
  };
}

function account(environment: Environment): KubernetesObject {
  const { objectStorage } = environment;
  const annotations = objectStorage.type === "external" ? objectStorage.serviceAccountAnnotations : {};
  return { ...serviceAccount(SHARED, ACCOUNT, WAVE.milvus, annotations), ...imagePullSecrets(environment) };
}

/** An old file goes last: until its role's wave comes, a pod that is made anew still mounts it. */
function config(environment: Environment): ConfigFiles {
  const { configFile } = RELEASES[environment.milvus.family];
  return {
    name: CONFIG_MAP,
    labels: commonLabels(SHARED),
    annotations: {
      "argocd.argoproj.io/sync-options": "PruneLast=true",
      "argocd.argoproj.io/sync-wave": String(WAVE.milvus),
    },
    files: { [configFile]: milvusConfig(environment) },
  };
}
