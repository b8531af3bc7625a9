import type { KubernetesObject } from "../../kubernetes/resource.ts";
import type { ChangedPair, Pair } from "../pair.ts";
import type { Risk } from "../risk.ts";

export interface Judgement {
  readonly risk: Risk;
  /** One or two sentences without the object's name. */
  readonly message: string;
}

/** What it says of one object; nothing where it does not apply. */
export type Rule = (pair: Pair | ChangedPair) => readonly Judgement[];

export function onChange(judge: (pair: ChangedPair) => readonly Judgement[]): Rule {
  return (pair) => ("fields" in pair ? judge(pair) : []);
}

export function onRemoval(judge: (object: KubernetesObject) => readonly Judgement[]): Rule {
  return ({ before, after }) => (before !== undefined && after === undefined ? judge(before) : []);
}

/** On the state that is to be, whether the object is new or not. */
export function onResult(judge: (after: KubernetesObject, before: KubernetesObject | undefined) => readonly Judgement[]): Rule {
  return ({ before, after }) => (after === undefined ? [] : judge(after, before));
}

/** The judgement where the condition holds. */
export function when(condition: boolean, risk: Risk, message: string): readonly Judgement[] {
  return condition ? [{ risk, message }] : [];
}

/** Whether a field, or one below it, differs. */
export function differs({ fields }: ChangedPair, prefix: string): boolean {
  return fields.some(({ path }) => path === prefix || path.startsWith(`${prefix}.`) || path.startsWith(`${prefix}[`));
}

export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
