import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly schema: object;
}

/** One call as GitHub describes it; null stands for an answer without a body. */
export interface Operation {
  readonly parameters: readonly Parameter[];
  readonly body?: object | null;
  readonly answers: Readonly<Record<string, object | null>>;
}

export interface Description {
  readonly version: string;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly schemas: Readonly<Record<string, object>>;
}

/** GitHub's own OpenAPI description, cut down by extract.mjs to the calls that the double serves. */
export const DESCRIPTION = JSON.parse(readFileSync(join(import.meta.dirname, "description.json"), "utf8")) as Description;
