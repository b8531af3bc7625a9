import { metadata, podMetadata } from "../../kubernetes/metadata.ts";
import { podSecurityContext } from "../../kubernetes/pod-security.ts";
import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { scheduling } from "../../kubernetes/scheduling.ts";
import { trustInMilvus } from "../../kubernetes/trust.ts";
import type { Attu, Environment } from "../../model/environment.ts";
import { ATTU } from "../../model/identities.ts";
import { selectorLabels } from "../../model/labels.ts";
import { WAVE } from "../../model/waves.ts";
import { attuContainer, pagesContainer } from "./container.ts";
import { VOLUMES } from "./volumes.ts";

/** The image is made for any user (attu `Dockerfile`, "arbitrary user ids"). */
const USER = { uid: 10001, gid: 10001, why: "" };

/** Going back is a commit in Git; these are for a person without it. */
const REVISIONS = 3;

/** Nothing is left to finish: who was logged in logs in again. The shell that starts it passes no signal on, so none is heeded. */
const GRACE_SECONDS = 10;

/** One pod without data. A new one comes before the old one goes. */
export function attuDeployment(environment: Environment, attu: Attu): KubernetesObject {
  const { labels, annotations, replicas } = attu;
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: metadata(ATTU, ATTU.name, WAVE.attu, { labels, annotations }),
    spec: {
      replicas,
      revisionHistoryLimit: REVISIONS,
      strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      selector: { matchLabels: selectorLabels(ATTU) },
      template: { metadata: podMetadata(ATTU, attu), spec: podSpec(environment, attu) },
    },
  };
}

function podSpec(environment: Environment, attu: Attu) {
  const trust = trustInMilvus(environment.tls);
  return {
    serviceAccountName: ATTU.name,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    terminationGracePeriodSeconds: GRACE_SECONDS,
    securityContext: podSecurityContext(USER),
    ...scheduling(ATTU, attu, environment.placement),
    initContainers: [pagesContainer(environment, attu)],
    containers: [attuContainer(environment, attu)],
    volumes: [...VOLUMES, ...(trust === undefined ? [] : [trust.volume])].map((volume) => ({ ...volume })),
  };
}
