import { judge, type Verdict } from "../checks/suppressions.ts";
import { renderProblems } from "../documents/problems.ts";
import { EXIT, type Finding } from "../errors.ts";
import { readSources } from "../system/repository.ts";
import { planWrite, type WritePlan } from "../system/tree.ts";
import { checkPlan } from "./check-plan.ts";
import { identityFindings } from "./identity.ts";
import type { Output } from "./output.ts";
import { planRepository } from "./plan.ts";
import { patchOf } from "./report-changes.ts";
import { reportFindings } from "./report-findings.ts";

/** Whether the committed tree is what would be generated, and every planned object is one that the API server takes. */
export async function check({ directory }: { readonly directory: string }, out: Output): Promise<number> {
  const { plan, config, findings: ofPlan } = planRepository(readSources(directory));
  if (plan === undefined) return reportFindings(ofPlan, "Nothing else was checked.", out);
  const write = planWrite(directory, plan.files);
  const findings = [...ofPlan, ...identityFindings(config, plan, write)];
  if (findings.some(({ severity }) => severity === "error")) return reportFindings(findings, "Nothing else was checked.", out);
  const verdict = judge(await checkPlan(plan), plan.environments);
  reportFindings(findings, "They do not fail the check.", out);
  const isGood = write.changes.length + write.conflicts.length + errors(verdict) === 0;
  await report({ findings, write, verdict, isGood }, out);
  return isGood ? EXIT.done : EXIT.check;
}

interface Result {
  readonly findings: readonly Finding[];
  readonly write: WritePlan;
  readonly verdict: Verdict;
  readonly isGood: boolean;
}

function errors({ open }: Verdict): number {
  return open.filter(({ severity }) => severity === "error").length;
}

async function report({ findings, write, verdict, isGood }: Result, out: Output): Promise<void> {
  if (out.json) return out.print(resultJson({ findings, write, verdict, isGood }));
  out.complain(renderProblems([...verdict.open, ...verdict.suppressed]));
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

function resultJson({ findings, write, verdict: { open, suppressed }, isGood }: Result): string {
  const changes = write.changes.map(({ path, kind }) => ({ path, kind }));
  const conflicts = write.conflicts.map(({ path, reason }) => ({ path, reason }));
  return `${JSON.stringify({ findings, changes, conflicts, problems: open, suppressed, good: isGood }, null, 2)}\n`;
}
