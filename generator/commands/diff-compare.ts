import { compareTrees, type EnvironmentChange } from "../changes/index.ts";
import { EXIT, GeneratorError } from "../errors.ts";
import { differingNames, environmentNames, groupFiles, ROOT } from "./diff-environments.ts";
import { type ObjectsOf, withObjects } from "./diff-objects.ts";
import type { Side } from "./diff-sides.ts";
import type { Output } from "./output.ts";

/** What becomes of one environment, or of the root over them all. */
export interface NamedChange extends EnvironmentChange {
  readonly name: string;
  readonly status: "added" | "changed" | "removed";
}

export interface Comparison {
  readonly before: Side;
  readonly after: Side;
  /** In which an object differs, by name, the root first. */
  readonly environments: readonly NamedChange[];
  readonly unchanged: readonly string[];
}

type Sides = Pick<Comparison, "before" | "after">;

/** Two builds at once keep two cores busy; more would only wait for each other. */
const AT_ONCE = 2;

/** Compares all environments of two trees, or the one that is named. */
export async function compareSides(sides: Sides, env: string | undefined, out: Pick<Output, "progress">): Promise<Comparison> {
  const { before, after } = sides;
  const names = environmentNames(before, after);
  if (env !== undefined && !names.includes(env)) throw unknownEnvironment(env, names);
  const [old, now] = [groupFiles(before, names), groupFiles(after, names)];
  const asked = [ROOT, ...names].filter((name) => env === undefined || name === env);
  const differing = differingNames(names, old, now).filter((name) => asked.includes(name));
  const changes = await withObjects(before, old, (oldObjects) =>
    withObjects(after, now, (newObjects) => compareAll(differing, { oldObjects, newObjects }, out)),
  );
  const environments = changes.filter(({ objects }) => objects.length > 0);
  const told = new Set([ROOT, ...environments.map(({ name }) => name)]);
  return { before, after, environments, unchanged: asked.filter((name) => !told.has(name)) };
}

interface Readers {
  readonly oldObjects: ObjectsOf;
  readonly newObjects: ObjectsOf;
}

async function compareAll(names: readonly string[], readers: Readers, out: Pick<Output, "progress">): Promise<NamedChange[]> {
  const changes = new Map<string, NamedChange>();
  const waiting = [...names].reverse();
  const worker = async () => {
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      out.progress(`Building ${name}, ${waiting.length} more …`);
      changes.set(name, await compareOne(name, readers));
    }
  };
  const stopping = () =>
    worker().catch((error: unknown) => {
      waiting.length = 0;
      throw error;
    });
  await allEnded(Array.from({ length: AT_ONCE }, stopping));
  return names.flatMap((name) => changes.get(name) ?? []);
}

/** Fails only when none is at work any more: what one writes after the folder was removed would stay there. */
async function allEnded(works: readonly Promise<void>[]): Promise<void> {
  const ends = await Promise.allSettled(works);
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

async function compareOne(name: string, { oldObjects, newObjects }: Readers): Promise<NamedChange> {
  const [before, after] = [await oldObjects(name), await newObjects(name)];
  const status = before.length === 0 ? "added" : after.length === 0 ? "removed" : "changed";
  return { name, status, ...compareTrees(before, after) };
}

function unknownEnvironment(env: string, names: readonly string[]): GeneratorError {
  return new GeneratorError({
    code: "E_REF",
    exitCode: EXIT.input,
    message: `Neither tree has an environment ${JSON.stringify(env)}.`,
    remedy: names.length === 0 ? "Neither has any." : `Use one of ${names.join(", ")}.`,
  });
}
