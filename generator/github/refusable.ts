import { GeneratorError } from "../errors.ts";
import type { GitHub } from "./client.ts";
import { refusalStatus } from "./failure.ts";
import { patient } from "./patient.ts";

const REFUSALS = [403, 404, 410, 422];

/** Does what may be forbidden or unknown here, and gives the warning when it is. Everything else ends the run. */
export async function refusable(
  github: GitHub,
  consequence: string,
  action: () => Promise<unknown>,
): Promise<readonly string[]> {
  try {
    await patient(github, action);
    return [];
  } catch (error) {
    if (!(error instanceof GeneratorError) || !REFUSALS.includes(refusalStatus(error) ?? 0)) throw error;
    return [`${consequence}: ${error.message}`];
  }
}
