import { type DriftStep, fieldsDiffer } from "../documents/drift-values.ts";
import type { Asker } from "./ask.ts";
import { driftFields } from "./drift-fields.ts";
import { environmentOf, type Ground } from "./promote-plan.ts";
import { type Promotion, requireOrder } from "./promote-request.ts";

/** Asks a person from where to where, and which of the fields that differ; `only` is what they have said of that already. */
export async function askPromotion(ground: Ground, only: readonly string[], asker: Asker): Promise<Promotion> {
  requireOrder(ground.order);
  const step = await askStep(stepsOf(ground), asker);
  const isSaid = only.length > 0 || step.fields.length < 2;
  return { from: step.from, to: step.to, only: isSaid ? only : await askFields(step, asker) };
}

function stepsOf(ground: Ground): DriftStep[] {
  return ground.order.slice(1).map((to, index) => {
    const from = ground.order[index] ?? to;
    return { from, to, fields: driftFields(environmentOf(ground, from), environmentOf(ground, to)) };
  });
}

async function askStep(steps: readonly DriftStep[], asker: Asker): Promise<DriftStep> {
  const choices = steps.map((step) => ({
    value: step.to,
    label: `${step.from} to ${step.to}`,
    hint: step.fields.length === 0 ? "nothing differs" : fieldsDiffer(step),
  }));
  const to = await asker.choose("From where to where?", choices);
  const step = steps.find((one) => one.to === to);
  if (step === undefined) throw new Error(`${to} was not offered`);
  return step;
}

/** All of them is no choice: a field that differs by the time of a refresh then travels too, as without a question. */
async function askFields({ fields }: DriftStep, asker: Asker): Promise<readonly string[]> {
  const choices = fields.map(({ path, ahead, behind }) => ({ value: path, label: path, hint: `now ${behind}, then ${ahead}` }));
  const picked = await asker.pick("What should it carry?", choices);
  return picked.length === fields.length ? [] : picked;
}
