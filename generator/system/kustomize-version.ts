import { basename } from "node:path";
import { type ProcessResult, runProcess } from "./process.ts";
import { withoutCredentials } from "./program-env.ts";

/** A program that builds kustomizations: `command` is followed by the folder. */
export interface Renderer {
  readonly command: readonly [string, ...string[]];
  /** Of Kustomize itself, also inside kubectl: `5.8.1`. */
  readonly version: string;
}

/** The first version that reads what the generator writes: `patches` and `labels` as they are since 5.0. */
const MINIMUM_MAJOR = 5;
const PROBE = { timeoutMilliseconds: 10_000, maxBytes: 1_048_576 };

/** Asks a program for its version; the answer is a renderer, or in words why it is none. */
export async function probe(program: string, env: NodeJS.ProcessEnv, timeout?: number): Promise<Renderer | string> {
  const options = { ...PROBE, env: withoutCredentials(env), timeoutMilliseconds: timeout ?? PROBE.timeoutMilliseconds };
  const kinds = kindsOf(program);
  let answer: Renderer | string = "";
  for (const kind of kinds) {
    answer = judge(program, kind, await runProcess([program, ...kind.question], options));
    if (typeof answer !== "string") break;
  }
  return answer;
}

interface Kind {
  readonly question: readonly string[];
  readonly build: string;
  readonly versionIn: (stdout: string) => string | undefined;
}

const KUSTOMIZE: Kind = {
  question: ["version"],
  build: "build",
  // Before 5.0 the answer was a record: {Version:kustomize/v4.5.7 GitCommit:…}.
  versionIn: (stdout) => /^(?:\{.*kustomize\/)?v?(\d+\.\d+\.\d+)/.exec(stdout)?.[1],
};

const KUBECTL: Kind = {
  // Without `--client` it would ask a cluster.
  question: ["version", "--client", "-o", "json"],
  build: "kustomize",
  versionIn: (stdout) => /"kustomizeVersion":\s*"v?(\d+\.\d+\.\d+)/.exec(stdout)?.[1],
};

/** By the name where that tells; the question to kubectl does kustomize no harm, the other way round it would wait. */
function kindsOf(program: string): readonly Kind[] {
  const name = basename(program);
  if (name.startsWith("kustomize")) return [KUSTOMIZE];
  return name.startsWith("kubectl") ? [KUBECTL] : [KUBECTL, KUSTOMIZE];
}

function judge(program: string, kind: Kind, { stdout, failure }: ProcessResult): Renderer | string {
  if (failure !== undefined) return failure;
  const version = kind.versionIn(stdout.trim());
  if (version === undefined) return "tells no version of Kustomize";
  if (Number.parseInt(version, 10) < MINIMUM_MAJOR) return `Kustomize ${version} is older than ${MINIMUM_MAJOR}.0`;
  return { command: [program, kind.build], version };
}
