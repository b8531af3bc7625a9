import { GeneratorError } from "../../../generator/errors.ts";
import { withLock } from "../../../generator/system/lock.ts";
import { applyWrite, planWrite } from "../../../generator/system/tree.ts";

/** Writes the files of the second argument, a JSON object, into the folder of the first. */
const [root = "", files = "{}"] = process.argv.slice(2);

withLock(root, () => applyWrite(root, planWrite(root, new Map(Object.entries(JSON.parse(files)))), { force: false })).catch(
  (error: unknown) => {
    process.stderr.write(error instanceof GeneratorError ? `${error.code} ${error.message}` : String(error));
    process.exitCode = error instanceof GeneratorError ? error.exitCode : 1;
  },
);
