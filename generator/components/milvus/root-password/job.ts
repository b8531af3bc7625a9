import { envSecret, envValue } from "../../../kubernetes/env.ts";
import type { KubernetesObject } from "../../../kubernetes/resource.ts";
import { type Trust, trustInMilvus } from "../../../kubernetes/trust.ts";
import type { Environment } from "../../../model/environment.ts";
import { milvusIdentity, ROOT_PASSWORD } from "../../../model/identities.ts";
import { MILVUS_API, MILVUS_METRICS, MILVUS_REST } from "../../../model/ports.ts";
import { RELEASES } from "../../../model/releases/index.ts";
import { MILVUS_ROOT_KEYS, requireSecret } from "../../../model/secrets.ts";
import { WAVE } from "../../../model/waves.ts";
import { setupJob } from "../setup-job.ts";
import { ACCOUNT } from "../shared-unit.ts";
import { MANAGEMENT } from "./management-service.ts";
import { ADDRESSES, PASSWORD, rootPasswordScript } from "./script.ts";

/** Gives Milvus' user root the password of the Secret. */
export function rootPasswordJob(environment: Environment): KubernetesObject {
  const { milvus, secrets, tls } = environment;
  const release = RELEASES[milvus.family];
  const trust = trustInMilvus(tls);
  const management =
    release.rootPassword === "fixed" ? [envValue(ADDRESSES.management, `http://${MANAGEMENT}:${MILVUS_METRICS.port}`)] : [];
  return setupJob(environment, {
    identity: ROOT_PASSWORD,
    wave: WAVE.rootPassword,
    serviceAccountName: ACCOUNT,
    script: rootPasswordScript(release, trust),
    env: [
      envValue(ADDRESSES.api, restUrl(trust)),
      ...management,
      envSecret(PASSWORD, requireSecret(secrets, "milvusRoot").name, MILVUS_ROOT_KEYS.password),
    ],
    trust,
  });
}

function restUrl(trust: Trust | undefined): string {
  const { name } = milvusIdentity("proxy");
  return trust === undefined ? `http://${name}:${MILVUS_API.port}` : `https://${name}:${MILVUS_REST.port}`;
}
