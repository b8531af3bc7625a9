import { expect, it } from "vitest";
import type { TestEnvironment } from "../support/environment.ts";
import { fetchInside, startClientPod } from "../support/inside-client.ts";
import { logOf } from "../support/inside-pod.ts";
import { podsOf } from "../support/pods.ts";

const COMPLAINT = /deprecated|unknown|unrecogni[sz]ed|unsupported|invalid|not (?:a )?valid/i;

/** MinIO says of arguments and variables only what it does not like. */
export function itUsesMinioSettings(environment: () => TestEnvironment): void {
  it("gives MinIO no argument or variable that it complains about", async () => {
    const { namespace } = environment();
    const pods = await podsOf(namespace, "app.kubernetes.io/name=minio");
    const logs = await Promise.all(pods.map(({ metadata }) => logOf(namespace, metadata.name)));

    expect(logs.flatMap((log) => log.split("\n")).filter((line) => COMPLAINT.test(line))).toEqual([]);
  });

  it("shows MinIO's metrics without a token, as MINIO_PROMETHEUS_AUTH_TYPE says", async () => {
    const { namespace } = environment();
    await startClientPod(namespace);
    const metrics = await fetchInside(namespace, "http://minio:9000/minio/v2/metrics/cluster");

    expect(metrics).toContain("minio_cluster_nodes_online_total");
  });
}
