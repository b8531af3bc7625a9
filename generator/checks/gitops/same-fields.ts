import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { Environment } from "../../model/environment.ts";
import { type PlatformTree, type Violation, violation } from "../invariant.ts";

/** The fields of an object that must be the same in every environment, by what a person calls them. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * Compares an object with that of the same kind and name in the other environments of one Milvus family, field by field. What the
 * last environment of the promotion has is what the others are measured by.
 */
export function differing(
  fieldsOf: (object: KubernetesObject, environment: Environment) => Fields | undefined,
): (tree: PlatformTree) => Violation[] {
  return ({ platform, environments }) => {
    const models = new Map<string, Model>();
    return byPromotion(platform.promotion, environments).flatMap(({ environment, objects }) =>
      objects.flatMap((object) => {
        const fields = fieldsOf(object, environment);
        return fields === undefined ? [] : compare(models, environment, object, fields);
      }),
    );
  };
}

interface Model {
  readonly environment: string;
  readonly fields: ReadonlyMap<string, string>;
}

function byPromotion(promotion: readonly string[], environments: PlatformTree["environments"]): PlatformTree["environments"] {
  const place = (name: string) =>
    promotion.length - promotion.indexOf(name) + (promotion.includes(name) ? 0 : promotion.length);
  return [...environments].sort((a, b) => place(a.environment.name) - place(b.environment.name));
}

function compare(
  models: Map<string, Model>,
  { name, milvus }: Environment,
  object: KubernetesObject,
  fields: Fields,
): Violation[] {
  const key = `${milvus.family} ${object.kind} ${object.metadata.name}`;
  const texts = new Map(Object.entries(fields).map(([field, value]) => [field, JSON.stringify(sorted(value)) ?? "nothing"]));
  const model = models.get(key);
  if (model === undefined) {
    models.set(key, { environment: name, fields: texts });
    return [];
  }
  return [...texts]
    .filter(([field, text]) => model.fields.has(field) && model.fields.get(field) !== text)
    .map(([field, text]) =>
      violation(object, `It has ${field} ${short(text)}, and in ${model.environment} ${short(model.fields.get(field))}.`),
    );
}

/** Fields in the order of their names: their order means nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}

const LONGEST = 100;

function short(text = ""): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}
