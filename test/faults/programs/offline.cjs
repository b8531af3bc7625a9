// Loaded before a program. Every connection fails, as without a network.
"use strict";
const { Socket } = require("node:net");

Socket.prototype.connect = function connect() {
  process.nextTick(() => this.destroy(Object.assign(new Error("connect ENETUNREACH"), { code: "ENETUNREACH" })));
  return this;
};
