import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { program } from "./programs.ts";

/** A program that answers until it is stopped. */
export interface Server {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export const MINIO_ACCOUNT = { user: "backup-test", password: "with/some+odd:characters@here" };

/** MinIO with one drive. */
export async function startMinio(folder: string): Promise<Server> {
  const [port, console] = await freePorts(2);
  const env = { MINIO_ROOT_USER: MINIO_ACCOUNT.user, MINIO_ROOT_PASSWORD: MINIO_ACCOUNT.password, MINIO_CI_CD: "1" };
  const args = ["server", `--address=127.0.0.1:${port}`, `--console-address=127.0.0.1:${console}`, join(folder, "minio")];
  return started("minio", args, env, `http://127.0.0.1:${port}`, "/minio/health/ready");
}

/** One etcd with an empty folder, and these flags besides. */
export async function startEtcd(folder: string, flags: readonly string[] = []): Promise<Server> {
  const [client, peer] = await freePorts(2);
  const args = etcdArgs("etcd-0", join(folder, "etcd"), Number(client), Number(peer), `etcd-0=http://127.0.0.1:${peer}`, "one");
  return started("etcd", [...args, ...flags], {}, `http://127.0.0.1:${client}`, "/health");
}

export interface Milvus extends Server {
  /** The port for clients. */
  readonly api: number;
}

/** All of Milvus in one process, over the two stores. Its other ports are Milvus' own. */
export async function startMilvus(folder: string, etcd: Server, minio: Server): Promise<Milvus> {
  const [api = 0, metrics = 0] = await freePorts(2);
  const data = join(folder, "milvus");
  const env = {
    MILVUSCONF: process.env.MILVUSCONF,
    DEPLOY_MODE: "STANDALONE",
    ETCD_ENDPOINTS: hostOf(etcd),
    MINIO_ADDRESS: "127.0.0.1",
    MINIO_PORT: portOf(minio),
    MINIO_ACCESS_KEY_ID: MINIO_ACCOUNT.user,
    MINIO_SECRET_ACCESS_KEY: MINIO_ACCOUNT.password,
    MINIO_BUCKET_NAME: "milvus",
    MINIO_ROOTPATH: "files",
    COMMON_STORAGETYPE: "remote",
    LOCALSTORAGE_PATH: data,
    ROCKSMQ_PATH: join(data, "rocksmq"),
    PROXY_PORT: String(api),
    METRICS_PORT: String(metrics),
  };
  return { ...(await started("milvus", ["run", "standalone"], env, `http://127.0.0.1:${metrics}`, "/healthz")), api };
}

export function hostOf({ url }: Server): string {
  return new URL(url).host;
}

export function portOf({ url }: Server): string {
  return new URL(url).port;
}

/** A member with a data folder that is there, as the StatefulSet would start it. */
export function startMember(
  name: string,
  dataDir: string,
  ports: MemberPorts,
  cluster: string,
  token: string,
): Promise<Server> {
  const args = etcdArgs(name, dataDir, ports.client, ports.peer, cluster, token);
  return started("etcd", args, {}, `http://127.0.0.1:${ports.client}`, "/health");
}

export interface MemberPorts {
  readonly client: number;
  readonly peer: number;
}

function etcdArgs(name: string, dataDir: string, client: number, peer: number, cluster: string, token: string): string[] {
  return [
    `--name=${name}`,
    `--data-dir=${dataDir}`,
    `--listen-client-urls=http://127.0.0.1:${client}`,
    `--advertise-client-urls=http://127.0.0.1:${client}`,
    `--listen-peer-urls=http://127.0.0.1:${peer}`,
    `--initial-advertise-peer-urls=http://127.0.0.1:${peer}`,
    `--initial-cluster=${cluster}`,
    `--initial-cluster-token=${token}`,
    "--initial-cluster-state=new",
  ];
}

async function started(name: string, args: string[], env: object, url: string, health: string): Promise<Server> {
  const child = spawn(program(name), args, { env: { PATH: process.env.PATH, HOME: "/tmp", ...env }, stdio: "ignore" });
  const stop = () => stopped(child);
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}.`);
    if (await answers(`${url}${health}`)) return { url, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error(`${name} does not answer at ${url}${health}.`);
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}

/** Ports that nobody listens on now. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, listening));
  const ports = servers.map((server) => (server.address() as { readonly port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function listening(): Promise<ReturnType<typeof createServer>> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}
