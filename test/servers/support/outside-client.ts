import { existsSync } from "node:fs";
import { join } from "node:path";
import { MilvusClient } from "@zilliz/milvus2-sdk-node";
import { AUTHORITY } from "./certificates.ts";
import type { TestEnvironment } from "./environment.ts";
import { outsideAddress } from "./node-address.ts";

export interface Account {
  readonly username: string;
  readonly password: string;
}

/** The account that Milvus has from the start, with the password of the test's Secret. */
export const ROOT: Account = { username: "root", password: "a password of the test" };

/** The same with the password that Milvus publishes. */
export const PUBLISHED: Account = { ...ROOT, password: "Milvus" };

/** Signs in from outside the cluster, as a person's program does, and leaves when the work is done. An answer that is no success throws. */
export async function asClient<T>(
  environment: TestEnvironment,
  account: Account | undefined,
  work: (client: MilvusClient) => Promise<T>,
): Promise<T> {
  const address = await outsideAddress(environment);
  const tls = encryption(environment);
  const client = new MilvusClient({ address, logLevel: "error", maxRetries: 0, timeout: 60_000, ...account, ...tls });
  try {
    // The client begins to sign in by itself; a refusal that nobody awaits would end the process.
    await client.connectPromise;
    return await work(client);
  } finally {
    await client.closeConnection();
  }
}

/** The node's address is in no certificate; the Service's name is. */
function encryption({ repository }: TestEnvironment) {
  const rootCertPath = join(repository, AUTHORITY);
  return existsSync(rootCertPath) ? { ssl: true, tls: { rootCertPath, serverName: "milvus-proxy" } } : {};
}

/** The names of all collections. */
export async function collectionNames(client: MilvusClient): Promise<string[]> {
  const { status, data } = await client.showCollections();
  requireSuccess(status);
  return data.map(({ name }) => name).sort();
}

/** Milvus answers a call that failed with the reason, and the SDK hands it on as a value. */
export function requireSuccess(status: { readonly error_code: string | number; readonly reason: string }): void {
  if (status.error_code !== "Success") throw new Error(`Milvus answers ${status.error_code}: ${status.reason}`);
}
