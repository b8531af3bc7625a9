import { withLock } from "../../../generator/system/lock.ts";

/** Holds the lock of a folder until its input ends. */
void withLock(process.argv[2] ?? "", () => {
  process.stdout.write("held\n");
  process.stdin.resume();
  return new Promise((resolve) => process.stdin.on("end", resolve));
});
