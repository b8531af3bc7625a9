import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder like `/pulsar`, in which Pulsar's programs are small scripts that write down how they were called. */
export type PulsarHome = string;

const PROGRAMS = {
  "apply-config-from-env.py": "",
  // With `lost-answer` a request is carried out and seems to have failed.
  bookkeeper: `
case "$*" in
  "shell whatisinstanceid") test -e "$ZK/instance" ;;
  "shell initnewcluster") test ! -e "$ZK/instance" && touch "$ZK/instance" && test ! -e "$ZK/lost-answer" ;;
  *) exit 2 ;;
esac`,
  pulsar: `
case "$*" in
  *" get /loadbalance/"*) test -e "$ZK/registered" ;;
  "zookeeper-shell "*) test -e "$ZK/namespace" ;;
  "initialize-cluster-metadata "*)
    if test -e "$ZK/cut-short"; then rm "$ZK/cut-short"; exit 1; fi
    touch "$ZK/namespace" ;;
  broker) ;;
  *) exit 2 ;;
esac`,
};

/** While a pod sleeps, registrations expire and others do the work; after ten waits for nothing, the pod is stopped. */
const SLEEP = `
rm -f "$ZK/registered"
if test -e "$ZK/others-initialise"; then touch "$ZK/instance" "$ZK/namespace"; fi
test "$(grep -c '^sleep' "$CALLS")" -lt 10 || kill "$PPID"`;

/** What stands in ZooKeeper, and what will happen there. */
export type Fact = "instance" | "namespace" | "lost-answer" | "cut-short" | "others-initialise" | "registered";

export function aPulsarHome(facts: readonly Fact[]): PulsarHome {
  const home = mkdtempSync(join(tmpdir(), "pulsar-"));
  onTestFinished(() => rmSync(home, { recursive: true }));
  for (const folder of ["bin", "path", "conf", "run", "zk", "data"]) mkdirSync(join(home, folder));
  for (const [name, text] of Object.entries(PROGRAMS)) program(join(home, "bin", name), `${name} $*`, text);
  program(join(home, "path", "sleep"), "sleep $*", SLEEP);
  for (const file of ["bookkeeper.conf", "broker.conf", "zookeeper.conf"]) writeFileSync(join(home, "conf", file), "key=value");
  for (const fact of facts) writeFileSync(join(home, "zk", fact), "");
  writeFileSync(join(home, "calls"), "");
  return home;
}

/** Runs a script as the pod of that name, with `/pulsar` at home. */
export function runScript(home: PulsarHome, script: string, pod: string, env: Readonly<Record<string, string>> = {}) {
  const { status } = spawnSync("sh", ["-c", script.replaceAll("/pulsar/", `${home}/`)], {
    cwd: home,
    env: {
      PATH: [join(home, "path"), process.env.PATH].join(delimiter),
      POD_NAME: pod,
      POD_NAMESPACE: "milvus-prod",
      ZK: join(home, "zk"),
      CALLS: join(home, "calls"),
      ...env,
    },
  });
  return { status, calls: callsIn(home) };
}

/** The calls of Pulsar's tools, in order, without the waits between them. */
function callsIn(home: PulsarHome): string[] {
  const lines = readFileSync(join(home, "calls"), "utf8").trim().split("\n");
  return lines.filter((line) => !line.startsWith("sleep") && !line.startsWith("apply-config"));
}

function program(path: string, call: string, text: string): void {
  writeFileSync(path, `#!/bin/sh\necho "${call}" >> "$CALLS"\n${text}\n`, { mode: 0o755 });
}
