// Loaded before a program. Counts its calls of the file system from the first that names a path under FAIL_ROOT, and lets
// call number FAIL_AT end in FAIL_HOW: "kill" ends the process before the call (a write is done by half first), "short"
// writes fewer bytes than asked for, any other word is the code of an error.
"use strict";
const fs = require("node:fs");
const { FAIL_ROOT: root, FAIL_AT: at, FAIL_HOW: how } = process.env;
let calls = -1;

for (const name of Object.keys(fs).filter((key) => key.endsWith("Sync") && typeof fs[key] === "function")) {
  const call = fs[name];
  fs[name] = (...args) => {
    if (calls < 0 && !String(args[0]).startsWith(root)) return call.apply(fs, args);
    calls++;
    if (calls !== Number(at)) return call.apply(fs, args);
    return fail(name, call, args);
  };
}

function fail(name, call, args) {
  const isWrite = name === "writeSync";
  if (how === "short") return isWrite ? call.call(fs, args[0], args[1], args[2] ?? 0, 1) : call.apply(fs, args);
  if (how !== "kill") throw Object.assign(new Error(`${how}: ${name}`), { code: how });
  if (isWrite) call.call(fs, args[0], args[1].subarray(0, args[1].length >> 1));
  process.kill(process.pid, "SIGKILL");
  for (;;);
}
