import type { ObjectProblem } from "../checks/problem.ts";
import { EXIT, type Finding } from "../errors.ts";
import { readSources } from "../system/repository.ts";
import { planWrite, type WritePlan } from "../system/tree.ts";
import { checkPlan } from "./check-plan.ts";
import type { Output } from "./output.ts";
import { planRepository } from "./plan.ts";
import { patchOf } from "./report-changes.ts";
import { reportFindings } from "./report-findings.ts";

/** Whether the committed tree is what would be generated, and every planned object is one that the API server takes. */
export async function check({ directory }: { readonly directory: string }, out: Output): Promise<number> {
  const { plan, findings } = planRepository(readSources(directory));
  if (plan === undefined) return reportFindings(findings, "Nothing else was checked.", out);
  const write = planWrite(directory, plan.files);
  const problems = await checkPlan(plan);
  reportFindings(findings, "They do not fail the check.", out);
  const isGood = write.changes.length + write.conflicts.length + problems.length === 0;
  await report({ findings, write, problems, isGood }, out);
  return isGood ? EXIT.done : EXIT.check;
}

interface Result {
  readonly findings: readonly Finding[];
  readonly write: WritePlan;
  readonly problems: readonly ObjectProblem[];
  readonly isGood: boolean;
}

async function report({ findings, write, problems, isGood }: Result, out: Output): Promise<void> {
  if (out.json) return out.print(resultJson({ findings, write, problems, isGood }));
  for (const { object, message, remedy, code } of problems) out.complain(`${object}: ${message}\n  ${remedy} (${code})\n`);
  if (write.changes.length + write.conflicts.length > 0) await reportStale(write, out);
  if (isGood) out.print("The committed tree is what would be generated, and every object is valid.\n");
}

async function reportStale({ changes, conflicts }: WritePlan, out: Output): Promise<void> {
  const texts = new Map([...changes, ...conflicts].map(({ path, before, after }) => [path, { path, before, after }]));
  out.print(await patchOf([...texts.values()]));
  out.complain(
    `${texts.size} generated file${texts.size === 1 ? " is" : "s are"} not what would be generated; the difference is above.\n` +
      "  Run `npm run generate` and commit what it writes. (E_STALE)\n",
  );
}

function resultJson({ findings, write, problems, isGood }: Result): string {
  const changes = write.changes.map(({ path, kind }) => ({ path, kind }));
  const conflicts = write.conflicts.map(({ path, reason }) => ({ path, reason }));
  return `${JSON.stringify({ findings, changes, conflicts, problems, good: isGood }, null, 2)}\n`;
}
