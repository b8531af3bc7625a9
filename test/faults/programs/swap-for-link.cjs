// Loaded before a program. Makes a file a link at the last moment: when it is about to be opened.
"use strict";
const fs = require("node:fs");
const { SWAP_PATH: path, SWAP_TARGET: target } = process.env;

for (const name of ["openSync", "readFileSync"]) {
  const call = fs[name];
  fs[name] = (...args) => {
    if (args[0] === path) swap();
    return call.apply(fs, args);
  };
}

function swap() {
  fs.rmSync(path);
  fs.symlinkSync(target, path);
}
