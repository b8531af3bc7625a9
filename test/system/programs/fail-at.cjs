// Loaded before a program. Counts its calls of the file system, in every form that Node has, from the first that names a path
// under FAIL_ROOT, and lets call number FAIL_AT end in FAIL_HOW: "kill" ends the process before the call (a write is done by
// half first), "short" writes fewer bytes than asked for, a signal is sent and the call goes on, any other word is the code of
// an error. FAIL_LOG is a file for the names and paths of all calls.
"use strict";
const fs = require("node:fs");
const { openSync, writeSync } = fs;
const { FAIL_ROOT: root, FAIL_AT: at, FAIL_HOW: how, FAIL_LOG: log } = process.env;
const descriptor = log === undefined ? undefined : openSync(log, "a");
let calls = -1;

wrap(fs, (name) => name.endsWith("Sync"));
wrap(fs, (name) => typeof fs[`${name}Sync`] === "function");
wrap(fs.promises, (name) => typeof fs[`${name}Sync`] === "function");

function wrap(functions, isWanted) {
  for (const name of Object.keys(functions).filter((key) => typeof functions[key] === "function" && isWanted(key))) {
    const call = functions[name];
    functions[name] = Object.assign((...args) => {
      const goOn = () => call.apply(functions, args);
      return isTheOne(name, args) ? fail(name, goOn, { call, args }) : goOn();
    }, call);
  }
}

function isTheOne(name, [first]) {
  if (calls < 0 && !String(first).startsWith(root)) return false;
  calls++;
  if (descriptor !== undefined) writeSync(descriptor, `${name} ${typeof first === "string" ? first : ""}\n`);
  return calls === Number(at);
}

function fail(name, goOn, { call, args }) {
  const isWrite = name === "writeSync";
  if (how === "short") return isWrite ? call.call(fs, args[0], args[1], args[2] ?? 0, 1) : goOn();
  if (how.startsWith("SIG")) {
    process.kill(process.pid, how);
    return goOn();
  }
  if (how !== "kill") throw Object.assign(new Error(`${how}: ${name}`), { code: how });
  if (isWrite) call.call(fs, args[0], args[1].subarray(0, args[1].length >> 1));
  process.kill(process.pid, "SIGKILL");
  for (;;);
}
