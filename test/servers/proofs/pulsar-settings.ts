import { expect, it } from "vitest";
import type { TestEnvironment } from "../support/environment.ts";
import { startClientPod } from "../support/inside-client.ts";
import { logOf, runInPod } from "../support/inside-pod.ts";
import { podsOf } from "../support/pods.ts";
import {
  containerSettings,
  fileKeys,
  isPulsar,
  keyValues,
  type PulsarSettings,
  reportedKeys,
  runningSettings,
} from "../support/pulsar-settings.ts";
import { isWorkload, selectorOf, type Workload } from "../support/workloads.ts";

/**
 * Keys that a program reads and its file in Pulsar's image lacks. ZooKeeper's own: without it the ports of the quorum listen on the
 * address that the pod's name had at the start (ZooKeeper Administrator's Guide).
 */
const READ_ALL_THE_SAME = ["zookeeper.conf: quorumListenOnAllIPs"];

/** What Java says of options that it does not take. */
const JAVA_COMPLAINT = /unrecognized (?:VM )?option|ignoring option|invalid .* option|VM warning/i;

/** Pulsar ignores a key that it does not know, so each is looked for in the files of the image, and else asked of the server. */
export function itUsesPulsarSettings(environment: () => TestEnvironment): void {
  it("gives Pulsar no key that neither the files of its image nor the server itself have", async ({ task }) => {
    const { namespace } = environment();
    await startClientPod(namespace);
    const settings = pulsars(environment()).flatMap(containerSettings);
    const unknown = (await Promise.all(settings.map((one) => unknownKeys(namespace, one)))).flat();
    task.meta.figure = `${settings.flatMap(({ keys }) => keys).length} keys in ${settings.length} containers`;

    expect(unknown.filter((key) => !READ_ALL_THE_SAME.includes(key))).toEqual([]);
  });

  it("has each server of Pulsar run with the values that it was given", async () => {
    const { namespace } = environment();
    for (const workload of pulsars(environment())) {
      const { given, taken } = await runningSettings(namespace, workload);
      expect({ name: workload.metadata.name, ...taken }).toEqual({ name: workload.metadata.name, ...given });
    }
  });

  it("gives Java only options that it takes", async () => {
    const { namespace } = environment();
    const complaints = await Promise.all(pulsars(environment()).map((workload) => javaComplaints(namespace, workload)));

    expect(complaints.flat()).toEqual([]);
  });
}

function pulsars({ objects }: TestEnvironment): Workload[] {
  return objects.filter(isWorkload).filter(isPulsar);
}

async function unknownKeys(namespace: string, { workload, target, file, keys }: PulsarSettings): Promise<string[]> {
  const inFile = fileKeys(await runInPod(namespace, target, "cat", `/pulsar/conf/${file}`));
  const reported = await reportedKeys(namespace, workload);
  return keys.filter((key) => !inFile.has(key) && !reported.includes(key)).map((key) => `${file}: ${key}`);
}

/** Options that the command line of the running process lacks, and complaints in its log. */
async function javaComplaints(namespace: string, workload: Workload): Promise<string[]> {
  const [pod] = await podsOf(namespace, selectorOf(workload));
  const name = pod?.metadata.name ?? "";
  const variables = keyValues(await runInPod(namespace, name, "env"));
  const options = [...variables].filter(([key]) => /_(?:MEM|GC|GC_LOG)$/.test(key)).flatMap(([, value]) => value.split(" "));
  const command = (await runInPod(namespace, name, "cat", "/proc/1/cmdline")).split("\0");
  const lines = (await logOf(namespace, name)).split("\n").filter((line) => JAVA_COMPLAINT.test(line));
  return [...options.filter((option) => !command.includes(option)), ...lines].map((text) => `${name}: ${text}`);
}
