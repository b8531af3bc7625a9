import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MilvusClient } from "@zilliz/milvus2-sdk-node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildIndex, createCollection, insertRows, loadCollection, search } from "../servers/support/collection.ts";
import { nearest, vectorOf } from "../servers/support/vectors.ts";
import { type Container, containersOf, type Places, run } from "./support/containers.ts";
import { type Config, milvusBackup, writeConfig } from "./support/milvus-backup.ts";
import { findProgram, MILVUS_PROGRAMS, program } from "./support/programs.ts";
import { freePorts, MINIO_ACCOUNT, type Milvus, type Server, startEtcd, startMilvus, startMinio } from "./support/servers.ts";

const SECRETS = { "access-key": MINIO_ACCOUNT.user, "secret-key": MINIO_ACCOUNT.password };
const ROWS = 2000;
const OLD = ["backup_2020_01_01_00_00_00", "backup_2020_01_02_00_00_00", "backup_2020_01_03_00_00_00"];
const [create] = containersOf("backup-milvus", { backup: { milvus: { enabled: true } } }) as [Container];

/** What stands for an environment. */
interface Stack {
  readonly milvus: Milvus;
  readonly minio: Server;
  readonly stop: () => Promise<void>;
}

let root = "";
let first: Stack;
let config: Config;

const missing = MILVUS_PROGRAMS.filter((name) => findProgram(name) === undefined);

/** Without Milvus they are shown as skipped. */
describe.skipIf(missing.length > 0)("the job that saves collections", () => {
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), "backup-milvus-"));
    first = await startStack();
    await withClient(first.milvus, async (client) => {
      await createCollection(client, "orders");
      await insertRows(client, "orders", 0, ROWS);
    });
    config = writeConfig(folderIn(root), first.milvus, first.minio, first.minio);
    for (const name of OLD) expect((await milvusBackup(config, "create", "--name", name)).code).toBe(0);
  });

  afterAll(async () => {
    await Promise.all([first?.stop(), first?.minio.stop()]);
    rmSync(root, { recursive: true, force: true });
  });

  it("removes nothing where it could make no backup, and leaves no half of one", async () => {
    const [port = 0] = await freePorts(1);
    const nobody = { ...first.milvus, api: port, url: `http://127.0.0.1:${port}` };
    const cut = writeConfig(folderIn(root), nobody, first.minio, first.minio);

    expect((await run(create, placesOf(cut), SECRETS)).code).not.toBe(0);
    expect(await backups()).toEqual(OLD);
  });

  it("makes a backup, and then removes what is older than its days, but for the newest", async () => {
    expect((await run(create, placesOf(config), SECRETS)).code).toBe(0);

    const [kept, made, ...others] = await backups();
    expect([kept, others]).toEqual([OLD[2], []]);
    expect(made).toMatch(/^backup_2\d{3}(?:_\d\d){5}$/);
  });

  it("makes one that another environment gets all rows back from", async () => {
    const [name = ""] = (await backups()).slice(-1);
    await first.stop();
    const second = await startStack();
    try {
      const restore = writeConfig(folderIn(root), second.milvus, second.minio, first.minio);
      expect((await milvusBackup(restore, "restore", "--name", name)).code).toBe(0);
      await withClient(second.milvus, expectAllRows);
    } finally {
      await Promise.all([second.stop(), second.minio.stop()]);
    }
  });
});

async function expectAllRows(client: MilvusClient): Promise<void> {
  await buildIndex(client, "orders", ROWS);
  await loadCollection(client, "orders");
  for (const id of [0, 777, ROWS - 1]) {
    expect(await search(client, "orders", vectorOf(id), 10)).toEqual(nearest(vectorOf(id), ROWS, 10));
  }
}

/** MinIO outlives what `stop` ends, as a second place does. */
async function startStack(): Promise<Stack> {
  const folder = folderIn(root);
  const minio = await startMinio(folder);
  const etcd = await startEtcd(folder);
  const milvus = await startMilvus(folder, etcd, minio);
  const stop = async () => {
    await milvus.stop();
    await etcd.stop();
  };
  return { milvus, minio, stop };
}

function folderIn(folder: string): string {
  return mkdtempSync(join(folder, "at-"));
}

function placesOf({ folder }: Config): Places {
  return { "/etc/milvus-backup": folder, "/app/milvus-backup": program("milvus-backup") };
}

/** Names of what milvus-backup takes for a backup, sorted. */
async function backups(): Promise<string[]> {
  const { output } = await milvusBackup(config, "list");
  const lines = output.split("\n").filter((line) => /^backup_\w+$/.test(line));
  return lines.sort();
}

async function withClient(milvus: Milvus, work: (client: MilvusClient) => Promise<void>): Promise<void> {
  const client = new MilvusClient({ address: `127.0.0.1:${milvus.api}`, logLevel: "error" });
  await client.connectPromise;
  await work(client);
  await client.closeConnection();
}
