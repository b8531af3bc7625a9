// Preloaded into a measured process: leaves its peak of resident memory, in kilobytes, in the file that PEAK_FILE names.
"use strict";
const { writeFileSync } = require("node:fs");

process.on("exit", () => writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)));
