import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { execute, objectOf, type Result } from "./support/containers.ts";
import { program } from "./support/programs.ts";
import { type Server, startEtcd } from "./support/servers.ts";

const COMMAND = "pre.hook.backup.velero.io/command";

let folder = "";
let etcd: Server;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "backup-velero-"));
  etcd = await startEtcd(folder);
});

afterEach(async () => {
  await etcd.stop();
  rmSync(folder, { recursive: true, force: true });
});

it("writes a snapshot beside the data before each backup, and keeps one alone", async () => {
  await put("one");
  expect((await hook()).code).toBe(0);
  const first = await revision();
  // As a hook that was killed leaves it.
  writeFileSync(join(folder, "velero.db.part"), "half");
  await put("two");
  expect((await hook()).code).toBe(0);

  expect((await revision()) - first).toBe(1);
  expect(readdirSync(folder).sort()).toEqual(["etcd", "velero.db"]);
});

it("fails where the member does not answer, and leaves the snapshot of before", async () => {
  await put("one");
  await hook();
  const before = await revision();
  await etcd.stop();

  expect((await hook()).code).not.toBe(0);
  expect(await revision()).toBe(before);
  expect(readdirSync(folder).sort()).toEqual(["etcd", "velero.db"]);
});

/** The hook's own words, on this machine's volume and with less patience; the port is where a plain member has another. */
function hook(): Promise<Result> {
  const [first = "", ...words] = commandOf();
  const args = words.map((word) => word.replace("/var/lib/etcd", folder).replace("=9m", "=3s"));
  return execute(program(basename(first)), args, { ETCDCTL_ENDPOINTS: etcd.url });
}

function commandOf(): string[] {
  const { spec } = objectOf("StatefulSet", "etcd", { backup: { velero: { enabled: true } } });
  const { annotations } = (spec as { template: { metadata: { annotations: Record<string, string> } } }).template.metadata;
  return JSON.parse(annotations[COMMAND] ?? "") as string[];
}

function put(key: string): Promise<Result> {
  return execute(program("etcdctl"), ["--endpoints", etcd.url, "put", key, "value"]);
}

/** That of the snapshot, by the program that would restore it. */
async function revision(): Promise<number> {
  const file = join(folder, "velero.db");
  const { code, output } = await execute(program("etcdutl"), ["snapshot", "status", file, "--write-out", "json"]);
  expect(code).toBe(0);
  return (JSON.parse(output) as { readonly revision: number }).revision;
}
