import { hookAnnotations } from "../../kubernetes/hook.ts";
import { metadata, podMetadata } from "../../kubernetes/metadata.ts";
import { containerSecurityContext, podSecurityContext } from "../../kubernetes/pod-security.ts";
import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { containerResources } from "../../kubernetes/resources.ts";
import type { Logging } from "../../model/environment.ts";
import { imageReference } from "../../model/images.ts";
import { accountVariables, authority, CA_FILE } from "../access.ts";
import { LOGGING_WAVE, SETUP } from "../identities.ts";
import type { Access } from "../store.ts";

export interface SetupJob {
  /** `index` */
  readonly name: string;
  /** When Argo CD runs it, at every sync: `Sync` at its wave, `PostSync` when everything is healthy. */
  readonly hook: "Sync" | "PostSync";
  readonly access: Access;
  /** Of the ConfigMap with the script and with `<name>.json`. */
  readonly config: string;
}

/** A hook and no object of the Application: a Job that is done could never be changed. */
export function setupJob(logging: Logging, { name, hook, access, config }: SetupJob): KubernetesObject {
  return {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: metadata(SETUP, `${SETUP.name}-${name}`, LOGGING_WAVE.index, { annotations: hookAnnotations(hook) }),
    spec: {
      // Longer than the script waits for a server.
      activeDeadlineSeconds: 1800,
      backoffLimit: 2,
      template: {
        metadata: podMetadata(SETUP, { labels: {}, annotations: {} }),
        spec: podSpec(logging, { name, access, config }),
      },
    },
  };
}

/** Of no user of the image's: it reads three files and writes none. */
const USER = { uid: 10_001, gid: 10_001, why: "" };

function podSpec(logging: Logging, { name, access, config }: Omit<SetupJob, "hook">) {
  const mounted = [
    { volume: { name: "setup", configMap: { name: config } }, mount: { name: "setup", mountPath: FOLDER, readOnly: true } },
    ...authority(access),
  ];
  return {
    automountServiceAccountToken: false,
    containers: [
      {
        name: SETUP.name,
        image: imageReference(logging.fluentd.image),
        imagePullPolicy: "IfNotPresent",
        command: ["ruby", `${FOLDER}/setup.rb`, `${FOLDER}/${name}.json`],
        env: variables(access),
        resources: containerResources(RESOURCES),
        securityContext: containerSecurityContext(true),
        volumeMounts: mounted.map(({ mount }) => mount),
      },
    ],
    enableServiceLinks: false,
    restartPolicy: "Never",
    securityContext: podSecurityContext(USER),
    serviceAccountName: SETUP.name,
    volumes: mounted.map(({ volume }) => volume),
  };
}

const FOLDER = "/setup";

function variables(access: Access) {
  const authorities = access.caSecretName === undefined ? [] : [{ name: "CA_FILE", value: CA_FILE }];
  return [{ name: "BASE_URL", value: access.url }, ...authorities, ...accountVariables(access)];
}

const RESOURCES = {
  requests: { cpu: "10m", memory: "64Mi", "ephemeral-storage": "16Mi" },
  limits: { cpu: "500m", memory: "128Mi", "ephemeral-storage": "64Mi" },
};
