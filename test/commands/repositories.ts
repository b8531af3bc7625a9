import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import { descriptions, environmentFile, PLATFORM, readTree, temporaryRepository } from "../support/repository.ts";
import { run } from "../support/run.ts";

/** A small and a large environment, each with the values that the tests change. */
export const DEV = environmentFile("development", {
  milvus: { version: "2.6.18" },
  exposure: { type: "NodePort", nodePort: 30_001 },
});
export const PROD = environmentFile("production", {
  milvus: { version: "2.6.18", roles: { queryNode: { replicas: 3 } } },
  etcd: { storage: { storageClass: "ssd" } },
});

/** What a person has written, before the first run. */
export function freshRepository(
  environments: Readonly<Record<string, EnvironmentFile>> = { dev: DEV, prod: PROD },
  platform: object = PLATFORM,
): string {
  return temporaryRepository(descriptions(environments, platform));
}

/** The same after a run. */
export async function generatedRepository(
  environments: Readonly<Record<string, EnvironmentFile>> = { dev: DEV, prod: PROD },
  platform: object = PLATFORM,
): Promise<string> {
  const key = JSON.stringify([environments, platform]);
  const tree = generated.get(key) ?? generateOnce(environments, platform);
  generated.set(key, tree);
  return temporaryRepository(new Map(Object.entries(await tree)));
}

/** Generating takes half a second, writing a tree that is known a hundredth of it. */
const generated = new Map<string, Promise<Record<string, string>>>();

async function generateOnce(
  environments: Readonly<Record<string, EnvironmentFile>>,
  platform: object,
): Promise<Record<string, string>> {
  const root = freshRepository(environments, platform);
  const { code, stderr } = await run(root, "generate");
  if (code !== 0) throw new Error(stderr);
  return readTree(root);
}
