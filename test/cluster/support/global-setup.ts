import { mkdirSync, mkdtempSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { makeClass, missingClasses } from "./classes.ts";
import { cleanUp, FOLDER_PREFIX } from "./clean-up.ts";
import { giveDevices, nodesWithoutDevices } from "./devices.ts";
import { APPLICATIONS, ARTICLE_NAMESPACE, ENVIRONMENTS, namespaceOf } from "./environments.ts";
import { serveGit } from "./git-server.ts";
import { playOperators } from "./operators.ts";
import { missingPrerequisites } from "./preflight.ts";
import { type Record, writeRecord } from "./record.ts";
import { refuseOrCleanUp } from "./safety.ts";
import { addRepository, REPOSITORY_SECRET } from "./surroundings.ts";
import { makeWorkingCopy } from "./working-copy.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const NAMESPACES = [...ENVIRONMENTS.map(namespaceOf), ARTICLE_NAMESPACE];
const REPOSITORY = "milvus-gitops.git";
const REFUSED = 2;

/** Makes the copy of this repository that Argo CD follows, and its Git server; gives what ends both and cleans up. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  refuse(await missingPrerequisites(process.env));
  refuse(await refuseOrCleanUp(NAMESPACES));
  const record = await newRecord();
  await writeRecord(record);
  const served = join(record.folder, "served");
  mkdirSync(served);
  const server = await serveGit(served, process.env.CLUSTER_TEST_GIT_HOST ?? "127.0.0.1");
  const stopOperators = playOperators();
  const end = async () => {
    stopOperators();
    server.close();
    await cleanUp(record);
  };
  try {
    project.provide("repository", await prepare(record, server.url));
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}

function refuse(problems: readonly string[]): void {
  if (problems.length === 0) return;
  process.stderr.write(`${problems.join("\n")}\nNo proof was run.\n`);
  process.exit(REFUSED);
}

async function newRecord(): Promise<Record> {
  return {
    applications: APPLICATIONS,
    namespaces: NAMESPACES,
    classes: await missingClasses(),
    nodesWithDevices: await nodesWithoutDevices(),
    repositorySecret: REPOSITORY_SECRET,
    folder: mkdtempSync(join(tmpdir(), FOLDER_PREFIX)),
    host: hostname(),
    pid: process.pid,
  };
}

/** Gives the folder of the copy. */
async function prepare({ folder, classes, nodesWithDevices }: Record, server: string): Promise<string> {
  for (const reference of classes) await makeClass(reference);
  await giveDevices(nodesWithDevices);
  const root = join(folder, "work");
  mkdirSync(root);
  const url = `${server}/${REPOSITORY}`;
  await makeWorkingCopy(ROOT, root, { url, remote: join(folder, "served", REPOSITORY) });
  await addRepository(url);
  return root;
}
