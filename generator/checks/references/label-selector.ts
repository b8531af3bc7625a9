import { readAs } from "../read-as.ts";
import { type PodOwner, selects } from "../workload.ts";
import { SELECTOR_SHAPE } from "../workload-shape.ts";

interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly Expression[];
}

interface Expression {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

/** The workloads whose pods a LabelSelector takes. An empty one takes all, a missing one none. */
export function selected(selector: unknown, owners: readonly PodOwner[]): PodOwner[] {
  const known = readAs<LabelSelector>(selector, SELECTOR_SHAPE);
  return known === undefined ? [] : owners.filter(({ podLabels }) => takes(known, podLabels));
}

/** Whether a LabelSelector takes an object with the labels. */
export function labelsMatch(selector: unknown, labels: Readonly<Record<string, string>>): boolean {
  const known = readAs<LabelSelector>(selector, SELECTOR_SHAPE);
  return known !== undefined && takes(known, labels);
}

function takes({ matchLabels = {}, matchExpressions = [] }: LabelSelector, labels: Readonly<Record<string, string>>): boolean {
  return selects(matchLabels, labels) && matchExpressions.every((expression) => holds(expression, labels[expression.key]));
}

function holds({ operator, values = [] }: Expression, value: string | undefined): boolean {
  const isListed = value !== undefined && values.includes(value);
  switch (operator) {
    case "In":
      return isListed;
    case "NotIn":
      return !isListed;
    case "Exists":
      return value !== undefined;
    default:
      return value === undefined;
  }
}
