import type { GitHub } from "./client.ts";
import { isRefusal } from "./failure.ts";

const PAUSES = [1, 2, 4];

/**
 * Does something with a pull request that was opened a moment ago. GitHub may not find it yet: peter-evans/create-pull-request
 * repeats on these words too (#4321).
 */
export async function patient<T>(github: GitHub, action: () => Promise<T>): Promise<T> {
  for (const seconds of PAUSES) {
    try {
      return await action();
    } catch (error) {
      if (!isRefusal(error, 404) && !isRefusal(error, 422, /Could not resolve to a node/i)) throw error;
      await github.pause(seconds);
    }
  }
  return action();
}
