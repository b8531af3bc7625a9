import { mkdirSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { GeneratorError } from "../../../generator/errors.ts";
import { withLock } from "../../../generator/system/lock.ts";

/** Takes the lock again and again; a second process inside at the same time makes it fail. */
const [root = "", rounds = "1"] = process.argv.slice(2);
const inside = join(root, "inside");

void turns();

async function turns(): Promise<void> {
  for (let done = 0; done < Number(rounds); ) {
    if (await turn()) done++;
  }
}

async function turn(): Promise<boolean> {
  try {
    await withLock(root, async () => {
      mkdirSync(inside);
      await new Promise((resolve) => setImmediate(resolve));
      rmdirSync(inside);
    });
    return true;
  } catch (error) {
    if (error instanceof GeneratorError && error.code === "E_LOCKED") return false;
    throw error;
  }
}
