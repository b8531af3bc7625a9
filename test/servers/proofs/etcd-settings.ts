import { expect, it } from "vitest";
import type { TestEnvironment } from "../support/environment.ts";
import { logOf } from "../support/inside-pod.ts";
import { podsOf } from "../support/pods.ts";
import { containersOf, isWorkload } from "../support/workloads.ts";

interface Line {
  readonly msg: string;
  readonly "variable-name"?: string;
}

/** etcd tells of each variable with its prefix whether it uses it, and of settings that will go. */
export function itUsesEtcdSettings(environment: () => TestEnvironment): void {
  it("gives etcd no variable that it does not use or calls deprecated", async ({ task }) => {
    const given = variables(environment());
    const pods = await podsOf(environment().namespace, "app.kubernetes.io/name=etcd");
    task.meta.figure = `${given.length} variables, ${pods.length} members`;

    const answers = await Promise.all(
      pods.map(async ({ metadata }) => judge(await logOf(environment().namespace, metadata.name))),
    );
    expect(answers).toEqual(pods.map(() => ({ used: given, complaints: [] })));
  });
}

function variables({ objects }: TestEnvironment): string[] {
  const containers = objects
    .filter(isWorkload)
    .flatMap((object) => (object.metadata.name === "etcd" ? containersOf(object) : []));
  const names = containers.flatMap(({ env = [] }) => env.map(({ name }) => name));
  return names.filter((name) => name.startsWith("ETCD_")).sort();
}

function judge(log: string) {
  const lines = log.split("\n").filter((line) => line.startsWith("{"));
  const parsed = lines.map((line) => JSON.parse(line) as Line);
  const used = parsed.filter(({ msg }) => msg === "recognized and used environment variable");
  return {
    used: used.map((line) => line["variable-name"]).sort(),
    complaints: lines.filter((line) => /unrecognized|deprecated/i.test(line)),
  };
}
