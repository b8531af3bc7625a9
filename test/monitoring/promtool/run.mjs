#!/usr/bin/env node
// The rules of overlays/prod in promtool's hands: their syntax, and the unit tests beside this file.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";

const HERE = import.meta.dirname;
const RULES = join(HERE, "..", "..", "..", "overlays", "prod", "monitoring");
const PROMTOOL = process.env.PROMTOOL ?? "promtool";

const folder = mkdtempSync(join(tmpdir(), "milvus-gitops-promtool-"));
try {
  const rules = readdirSync(RULES).filter((file) => file.startsWith("prometheusrule-"));
  for (const file of rules) writeFileSync(join(folder, file), stringify(specOf(join(RULES, file))));
  const tests = readdirSync(HERE).filter((file) => file.endsWith(".yaml"));
  for (const file of tests) copyFileSync(join(HERE, file), join(folder, file));
  promtool("check", "rules", "--lint=all", ...rules);
  promtool("test", "rules", ...tests);
} finally {
  rmSync(folder, { recursive: true });
}

/** What a rule file of Prometheus has is the spec of a PrometheusRule. */
function specOf(path) {
  return parse(readFileSync(path, "utf8")).spec;
}

function promtool(...args) {
  const { error, status } = spawnSync(PROMTOOL, args, { cwd: folder, stdio: "inherit" });
  if (error !== undefined) process.stderr.write(`${PROMTOOL} cannot be run (${error.code}): set PROMTOOL to its path.\n`);
  if (status !== 0) process.exitCode = 1;
}
