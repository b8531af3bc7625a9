import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { inObjects } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { isMap } from "../read-as.ts";
import { secretKind } from "./patterns.ts";

/** In every text of every object. The message names the place and never the text. */
export const noSecretText: Invariant<EnvironmentTree> = {
  name: "no-secret-text",
  code: "E_SECRET",
  severity: "error",
  reason: "What is in Git can be read by everyone who can read the repository, now and in its history.",
  remedy: "Take it from a Secret, and replace the credential: this one counts as known.",
  find: (tree) => (holdsSecret(tree.objects) ? findEach(tree) : []),
};

/** One look at all texts together: there are thousands, most of them several times, and nearly none holds anything. */
function holdsSecret(objects: readonly KubernetesObject[]): boolean {
  const texts = new Set<string>();
  for (const object of objects) collect(open(object), texts);
  return secretKind([...texts].join("\n")) !== undefined;
}

function collect(value: unknown, texts: Set<string>): void {
  if (typeof value === "string") texts.add(value);
  else if (typeof value === "object" && value !== null) for (const item of Object.values(value)) collect(item, texts);
}

const findEach = inObjects(undefined, (object) =>
  textsIn(open(object), "").flatMap(({ path, text }) => {
    const kind = secretKind(text);
    return kind === undefined ? [] : [`${path} holds ${kind}.`];
  }),
);

/** Ciphertext is random text that anybody may read. */
function open(object: KubernetesObject): unknown {
  if (object.kind !== "SealedSecret" || !isMap(object.spec)) return object;
  const { encryptedData: _, ...spec } = object.spec;
  return { ...object, spec };
}

interface Text {
  readonly path: string;
  readonly text: string;
}

function textsIn(value: unknown, path: string): Text[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, path === "" ? key : `${path}.${key}`));
}
