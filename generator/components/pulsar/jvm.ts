import { type EnvVar, envValue } from "../../kubernetes/env.ts";
import type { Jvm } from "../../model/environment.ts";

/** `bin/pulsar` reads PULSAR_MEM, but for a bookie, like all of `bin/bookkeeper`, BOOKIE_MEM. */
type Launcher = "PULSAR" | "BOOKIE";

/** A command line tool: with the default of 2 GiB it is killed in an init container (apache/pulsar-helm-chart#373). */
export const TOOL_MEMORY = "-Xmx128M";
export const TOOL_COLLECTOR = "-XX:+UseSerialGC";

/**
 * Memory of a server. Heap and direct memory are fixed, so the limit of the container can be known beforehand; a JVM out of heap
 * ends and is started anew, because Pulsar would limp on.
 */
export function serverJvm(launcher: Launcher, jvm: Jvm): EnvVar[] {
  const memory = [`-Xms${jvm.heap}`, `-Xmx${jvm.heap}`, `-XX:MaxDirectMemorySize=${jvm.directMemory}`];
  return [envValue(`${launcher}_MEM`, [...memory, "-XX:+ExitOnOutOfMemoryError"].join(" ")), collectorLog(launcher)];
}

/** Memory of the tools that an init container runs. */
export function toolJvm(launcher: Launcher): EnvVar[] {
  return [envValue(`${launcher}_MEM`, TOOL_MEMORY), envValue(`${launcher}_GC`, TOOL_COLLECTOR), collectorLog(launcher)];
}

/** Up to 200 MB of collector logs for each JVM, in files that nobody reads, unless they are switched off. */
function collectorLog(launcher: Launcher): EnvVar {
  return envValue(`${launcher}_GC_LOG`, "-Xlog:disable -Xlog:all=warning:stderr");
}
