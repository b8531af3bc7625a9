export type { EnvironmentChange, ObjectChange, Reason, Verdict } from "./change.ts";
export { compareTrees } from "./compare-trees.ts";
export type { Difference, FieldChange } from "./field-change.ts";
export { addressOf, type ObjectId } from "./object-id.ts";
export { compareRisk, highestRisk, RISKS, type Risk } from "./risk.ts";
export type { RollOutWave, RollOutWorkload } from "./roll-out.ts";
