import { runProcess } from "../../../generator/system/process.ts";

/** Runs a program that does not end by itself. */
const [program = ""] = process.argv.slice(2);

void runProcess([program], { env: process.env, timeoutMilliseconds: 600_000, maxBytes: 1000 });
