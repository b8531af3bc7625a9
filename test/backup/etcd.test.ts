import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Container, containersOf, execute, type Places, run } from "./support/containers.ts";
import { program } from "./support/programs.ts";
import { freePorts, MINIO_ACCOUNT, type Server, startEtcd, startMember, startMinio } from "./support/servers.ts";

const KEYS = 500;
const FOLDER = "milvus/backup/prod/etcd";
const SECRETS = { "access-key": MINIO_ACCOUNT.user, "secret-key": MINIO_ACCOUNT.password };
const [save, status, upload] = containersOf("backup-etcd") as [Container, Container, Container];

let folder = "";
let minio: Server;
let etcd: Server;
let places: Places = {};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "backup-etcd-"));
  minio = await startMinio(folder);
  etcd = await startEtcd(folder);
  for (let index = 0; index < KEYS; index++)
    await etcdctl("put", `by-dev/meta/${index}`, `value ${index} ${"x".repeat(index)}`);
  const account = `${MINIO_ACCOUNT.user}\n${MINIO_ACCOUNT.password}\n`;
  writeFileSync(join(folder, "account"), account);
  await execute("/bin/sh", ["-c", `mc alias set seen ${minio.url} --api S3v4 < ${join(folder, "account")}`], mcEnv());
});

afterAll(async () => {
  await Promise.all([minio?.stop(), etcd?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

/** Each pod has a volume of its own, and the bucket is as an environment has it before its first backup. */
beforeEach(async () => {
  const pod = mkdtempSync(join(folder, "pod-"));
  mkdirSync(join(pod, "snapshot"));
  places = {
    "/snapshot/": `${join(pod, "snapshot")}/`,
    "/tmp/mc": join(pod, "mc"),
    "http://etcd:2379": etcd.url,
    "http://minio:9000": minio.url,
  };
  await mc("rb", "--force", "seen/milvus");
});

describe("the job that saves etcd", () => {
  it("saves, reads and brings away a snapshot, from which three members start with the same data", async () => {
    expect(await runAll()).toEqual([0, 0, 0]);
    const [name = ""] = await listed();
    expect(name).toMatch(/^etcd-\d{8}T\d{6}Z\.db$/);

    const file = join(folder, name);
    await mc("cp", `seen/${FOLDER}/${name}`, file);
    const restored = await restore(file);
    try {
      expect(await dump(restored[0]?.url ?? "")).toEqual(await dump(etcd.url));
      expect(await dump(restored[2]?.url ?? "")).toEqual(await dump(etcd.url));
      expect((await revision(restored[1]?.url ?? "")) - (await revision(etcd.url))).toBeGreaterThanOrEqual(1_000_000_000);
    } finally {
      await Promise.all(restored.map((member) => member.stop()));
    }
  });

  it("fails at a snapshot that was cut off, and brings nothing away", async () => {
    await run(save, places, {});
    truncateSync(snapshot(), Math.floor(statSync(snapshot()).size / 2));

    expect((await run(status, places, {})).code).not.toBe(0);
    const { code, output } = await run(upload, places, SECRETS);
    expect(code).toBe(1);
    expect(output).toContain("The checksum at the end of the snapshot is not that of its contents.");
    expect(await listed()).toEqual([]);
  });

  it("fails at a byte that is another one, which only the checksum tells", async () => {
    await run(save, places, {});
    const bytes = readFileSync(snapshot());
    const at = bytes.indexOf("value 7 ");
    bytes[at] = (bytes[at] ?? 0) + 1;
    writeFileSync(snapshot(), bytes);

    expect((await run(status, places, {})).code).toBe(0);
    expect((await run(upload, places, SECRETS)).code).toBe(1);
    expect(await listed()).toEqual([]);
  });

  it("fails where there is no etcd, and leaves no file that another container could take for a snapshot", async () => {
    const [port] = await freePorts(1);

    expect((await run(save, { ...places, "http://etcd:2379": `http://127.0.0.1:${port}`, "=10m": "=3s" }, {})).code).not.toBe(
      0,
    );
    expect(existsSync(snapshot())).toBe(false);
  });
});

describe("what the job removes", () => {
  const OLD = [1, 2, 3, 4, 5].map((day) => `etcd-2020010${day}T000000Z.db`);
  const FOREIGN = ["etcd-of-friday.db", "readme.txt"];

  it("is what is older than its days, but for the newest, and nothing that it did not make", async () => {
    await given([...OLD, ...FOREIGN]);

    expect(await runAll()).toEqual([0, 0, 0]);

    const left = await listed();
    expect(left.filter((name) => !/^etcd-2[1-9]|^etcd-202[1-9]/.test(name))).toEqual([...OLD.slice(-2), ...FOREIGN].sort());
    expect(left).toHaveLength(1 + 2 + FOREIGN.length);
  });

  it("is nothing where the days have not passed, however many there are", async () => {
    const recent = [0, 1, 2, 3, 4, 5].map(
      (hour) => `etcd-${new Date(Date.now() - hour * 3_600_000 - 60_000).toISOString().replace(/[-:]|\.\d+/g, "")}.db`,
    );
    await given(recent);

    expect(await runAll()).toEqual([0, 0, 0]);
    expect(await listed()).toHaveLength(recent.length + 1);
  });

  it("is nothing where no new one could be brought away", async () => {
    await given(OLD);
    await run(save, places, {});

    expect((await run(upload, places, { ...SECRETS, "secret-key": "another-password" })).code).not.toBe(0);
    expect(await listed()).toEqual(OLD);
  });

  it("is nothing where the new one is bad", async () => {
    await given(OLD);
    await run(save, places, {});
    appendFileSync(snapshot(), "more");

    expect((await run(upload, places, SECRETS)).code).toBe(1);
    expect(await listed()).toEqual(OLD);
  });
});

async function runAll(): Promise<number[]> {
  const codes: number[] = [];
  for (const container of [save, status, upload]) codes.push((await run(container, places, SECRETS)).code);
  return codes;
}

function snapshot(): string {
  return `${places["/snapshot/"]}etcd.db`;
}

/** Names in the folder of snapshots, sorted. */
async function listed(): Promise<string[]> {
  const { code, output } = await mc("ls", "--json", `seen/${FOLDER}/`);
  if (code !== 0) return [];
  const lines = output
    .trim()
    .split("\n")
    .filter((line) => line !== "");
  return lines.map((line) => (JSON.parse(line) as { readonly key: string }).key).sort();
}

async function given(names: readonly string[]): Promise<void> {
  await mc("mb", "seen/milvus");
  const file = join(folder, "small");
  writeFileSync(file, "small");
  for (const name of names) await mc("cp", file, `seen/${FOLDER}/${name}`);
}

/** As docs/runbooks/etcd-restore.md has it, with this machine's addresses. */
async function restore(file: string): Promise<Server[]> {
  const ports = await freePorts(6);
  const members = [0, 1, 2].map((index) => ({
    name: `etcd-${index}`,
    dataDir: join(folder, "restored", `etcd-${index}`),
    ports: { client: ports[2 * index] ?? 0, peer: ports[2 * index + 1] ?? 0 },
  }));
  const cluster = members.map(({ name, ports: { peer } }) => `${name}=http://127.0.0.1:${peer}`).join(",");
  for (const { name, dataDir, ports } of members) {
    const { code, output } = await execute(program("etcdutl"), [
      ...["snapshot", "restore", file, "--name", name, "--data-dir", dataDir],
      ...["--initial-cluster", cluster, "--initial-cluster-token", "prod.milvus-prod"],
      ...["--initial-advertise-peer-urls", `http://127.0.0.1:${ports.peer}`],
      ...["--bump-revision", "1000000000", "--mark-compacted"],
    ]);
    expect({ code, output: code === 0 ? "" : output }).toEqual({ code: 0, output: "" });
  }
  return Promise.all(members.map(({ name, dataDir, ports }) => startMember(name, dataDir, ports, cluster, "prod.milvus-prod")));
}

/** Every key with its value. */
async function dump(url: string): Promise<string> {
  const { output } = await execute(program("etcdctl"), ["--endpoints", url, "get", "", "--prefix"]);
  expect(output.split("\n").length).toBeGreaterThan(2 * KEYS);
  return output;
}

async function revision(url: string): Promise<number> {
  const { output } = await execute(program("etcdctl"), ["--endpoints", url, "endpoint", "status", "--write-out", "json"]);
  const [member] = JSON.parse(output) as { readonly Status: { readonly header: { readonly revision: number } } }[];
  return member?.Status.header.revision ?? 0;
}

function etcdctl(...args: readonly string[]) {
  return execute(program("etcdctl"), ["--endpoints", etcd.url, ...args]);
}

function mc(...args: readonly string[]) {
  return execute(program("mc"), args, mcEnv());
}

function mcEnv(): Record<string, string> {
  return { MC_CONFIG_DIR: join(folder, "mc") };
}
