/** The generated tree on disk: what a run would do to it, as a value, and the doing. */
export { applyWrite } from "./apply-write.ts";
export { planWrite, planWriteOver } from "./plan-write.ts";
export type { Conflict, ConflictReason, FileChange, WritePlan } from "./write-plan.ts";
