import type { EnvVar } from "../../kubernetes/env.ts";
import type { Environment } from "../../model/environment.ts";
import { BROKER } from "../../model/identities.ts";
import { type Port, PULSAR_BINARY, PULSAR_BINARY_TLS, PULSAR_HTTP, PULSAR_HTTPS } from "../../model/ports.ts";
import { bookkeeperToolEnv, WAIT_FOR_BOOKKEEPER } from "./bookkeeper-metadata.ts";
import { toolJvm } from "./jvm.ts";
import { CLUSTER, ZOOKEEPER_ADDRESS } from "./names.ts";
import { script } from "./script.ts";

/** The metadata store in the form that brokers and their tools read since 2.10. */
export const METADATA_STORE = `zk:${ZOOKEEPER_ADDRESS}`;

/**
 * The namespace that Milvus uses. It is written after `/admin/clusters/pulsar` and the tenant, so where it stands, so do they;
 * a run that was cut short is repeated.
 */
const LAST_NEEDED = "/admin/policies/public/default";

/**
 * Writes the cluster, the tenant `public` and its namespace `default`; the first broker does, the others wait. What exists
 * already, `initialize-cluster-metadata` leaves as it is (measured with Pulsar 2.10, 3.3 and 4.0). It would also make an identity
 * for the bookies where they have none, so they are waited for: two identities would lock them out.
 */
export function initialiseCluster(environment: Environment): string {
  return script(
    WAIT_FOR_BOOKKEEPER,
    `until timeout 60 bin/pulsar zookeeper-shell -server ${ZOOKEEPER_ADDRESS} get ${LAST_NEEDED}; do`,
    '  if [ "${POD_NAME##*-}" = 0 ]; then',
    "    timeout 300 bin/pulsar initialize-cluster-metadata \\",
    `      --cluster ${CLUSTER} \\`,
    `      --metadata-store ${METADATA_STORE} \\`,
    `      --configuration-metadata-store ${METADATA_STORE} \\`,
    `      ${addresses(environment).join(" \\\n      ")} || true`,
    "  fi",
    "  sleep 3",
    "done",
  );
}

/**
 * By which other clusters would call this one: nothing else reads them but a WebSocket service, which does not run here (pulsar-broker
 * and pulsar-websocket 3.3.6, callers of `ClusterData`). With TLS those that are closed are left out, but for that of plain HTTP,
 * without which the tool refuses.
 */
function addresses({ tls }: Environment): string[] {
  const plainHttp = `--web-service-url ${address("http", PULSAR_HTTP)}`;
  if (!tls.pulsar) return [plainHttp, `--broker-service-url ${address("pulsar", PULSAR_BINARY)}`];
  return [
    plainHttp,
    `--web-service-url-tls ${address("https", PULSAR_HTTPS)}`,
    `--broker-service-url-tls ${address("pulsar+ssl", PULSAR_BINARY_TLS)}`,
  ];
}

function address(scheme: string, { port }: Port): string {
  return `"${scheme}://${BROKER.name}.\${POD_NAMESPACE}.svc:${port}"`;
}

/** What the script reads: it runs tools of both kinds. */
export function clusterToolEnv(): EnvVar[] {
  return [...bookkeeperToolEnv(), ...toolJvm("PULSAR")];
}
