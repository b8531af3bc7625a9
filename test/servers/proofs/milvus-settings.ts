import { expect, it } from "vitest";
import { parse } from "yaml";
import { settingOf } from "../../../generator/components/milvus/env/setting.ts";
import { isMap } from "../../../generator/kustomize/json.ts";
import type { LiveObject } from "../../support/live-object.ts";
import type { TestEnvironment } from "../support/environment.ts";
import { runInPod } from "../support/inside-pod.ts";
import { readFromImage } from "../support/read-from-image.ts";
import { containersOf, isWorkload, type Workload } from "../support/workloads.ts";

const FILE = "/milvus/configs/milvus.yaml";
const PROGRAM = "/milvus/bin/milvus";

/** One setting has this name in the first patches of 2.3 and another in the later ones, so the generator writes both. */
const OF_OTHER_PATCHES = ["queryNode.segcore.growing.enableIndex"];

/** Not in the file of 2.3.5, and in its program as a key. */
const SPELLED: Readonly<Record<string, string>> = { PULSAR_AUTHPARAMS: "pulsar.authParams" };
/** A part of the one above, and no setting. */
const TOKEN = "PULSAR_TOKEN";

/** Milvus ignores a key that it does not know, so each is looked for in the image's own file, or else in the program. */
export function itUsesMilvusSettings(environment: () => TestEnvironment): void {
  it("gives Milvus no key that neither its own file nor its program has", async ({ task }) => {
    const { namespace, objects } = environment();
    const given = leaves(mountedFile(objects));
    const shipped = new Set(leaves(parse(await readFromImage(namespace, roles(objects)[0], FILE))).map(settingOf));
    task.meta.figure = `${given.length} keys`;

    const elsewhere = given.filter((key) => !shipped.has(settingOf(key)) && !OF_OTHER_PATCHES.includes(key));
    expect(await missingInProgram(namespace, elsewhere)).toEqual([]);
  });

  it("gives Milvus no variable that is neither a key nor in its program", async ({ task }) => {
    const { namespace, objects } = environment();
    const variables = [
      ...new Set(
        roles(objects)
          .flatMap(containersOf)
          .flatMap(({ env = [] }) => env.map(({ name }) => name)),
      ),
    ];
    const shipped = new Set(leaves(parse(await readFromImage(namespace, roles(objects)[0], FILE))).map(settingOf));
    task.meta.figure = variables.sort().join(", ");

    const elsewhere = variables.filter((name) => !shipped.has(settingOf(name)) && name !== TOKEN);
    expect(
      await missingInProgram(
        namespace,
        elsewhere.map((name) => SPELLED[name] ?? name),
      ),
    ).toEqual([]);
  });
}

function roles(objects: readonly LiveObject[]): Workload[] {
  return objects.filter(isWorkload).filter(({ metadata }) => metadata.labels?.["app.kubernetes.io/name"] === "milvus");
}

function mountedFile(objects: readonly LiveObject[]): unknown {
  const files = objects.filter(({ kind }) => kind === "ConfigMap") as (LiveObject & {
    readonly data: Record<string, string>;
  })[];
  return parse(files.map(({ data }) => data["milvus.yaml"]).find((text) => text !== undefined) ?? "");
}

/** Every value of a configuration by its key with dots. */
function leaves(value: unknown, path = ""): string[] {
  if (!isMap(value)) return [path];
  return Object.entries(value).flatMap(([key, item]) => leaves(item, path === "" ? key : `${path}.${key}`));
}

/** Which of these texts do not stand in the program, where every key and variable that it reads does. */
async function missingInProgram(namespace: string, texts: readonly string[]): Promise<string[]> {
  const script = `for text; do grep -aqF -e "$text" ${PROGRAM} || echo "$text"; done`;
  const printed = await runInPod(namespace, "deployment/milvus-proxy", "sh", "-c", script, "sh", ...texts);
  return printed.split("\n").filter((line) => line !== "");
}
