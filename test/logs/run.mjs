#!/usr/bin/env node
// The configuration of test/golden/logging in Fluentd's hands: its syntax, and what it makes of lines as programs write them.
import { deepStrictEqual } from "node:assert";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parse } from "yaml";

const HERE = import.meta.dirname;
const GOLDEN = join(HERE, "..", "golden", "logging", "apps", "addon-logging", "fluentd-configmap.yaml");
const FLUENTD = process.env.FLUENTD ?? "fluentd";
const LONGEST = 60_000;
const STDOUT = `@type stdout
    <format>
      @type json
    </format>
    <inject>
      time_key time
      time_type string
      time_format %Y-%m-%dT%H:%M:%S.%NZ
      utc true
    </inject>`;

const entries = parse(readFileSync(join(HERE, "entries.yaml"), "utf8"), { schema: "core" });
const config = parse(readFileSync(GOLDEN, "utf8")).data["fluent.conf"];
const folder = mkdtempSync(join(tmpdir(), "milvus-gitops-fluentd-"));
try {
  dryRun();
  compare(await documents());
} finally {
  rmSync(folder, { recursive: true });
}

function dryRun() {
  const path = written("whole.conf", config);
  const { error, status, stdout, stderr } = spawnSync(FLUENTD, ["--dry-run", "-c", path], { encoding: "utf8" });
  if (error !== undefined) throw new Error(`${FLUENTD} cannot be run (${error.code}): set FLUENTD to its path.`);
  const complaints = `${stdout}${stderr}`.split("\n").filter((line) => /\[(?:warn|error)\]/.test(line));
  if (status !== 0 || complaints.length > 0) throw new Error(`${complaints.join("\n")}\nThe configuration is refused.`);
}

/** Feeds the lines, and takes as many documents as there should be, and then those that come in a second more. */
async function documents() {
  mkdirSync(join(folder, "containers"));
  mkdirSync(join(folder, "state"));
  for (const { file, lines } of entries) written(`containers/${file}`, `${lines.join("\n")}\n`);
  const wanted = entries.flatMap((entry) => entry.documents).length;
  const fluentd = spawn(FLUENTD, ["-q", "--no-supervisor", "-c", written("test.conf", testConfig())], {
    env: { ...process.env, NODE_NAME: "node-1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let timer = setTimeout(() => fluentd.kill(), LONGEST);
  const found = [];
  for await (const line of createInterface({ input: fluentd.stdout })) {
    if (!line.startsWith("{")) continue;
    found.push(JSON.parse(line));
    if (found.length !== wanted) continue;
    clearTimeout(timer);
    timer = setTimeout(() => fluentd.kill(), 1000);
  }
  clearTimeout(timer);
  return found;
}

/** The same with other folders, without metrics, and with the standard output in the place of Elasticsearch. */
function testConfig() {
  return config
    .replaceAll("/var/log/containers", join(folder, "containers"))
    .replaceAll("/var/lib/milvus-gitops/fluentd", join(folder, "state"))
    .replaceAll(/<source>\n {2}@type prometheus[\s\S]*?<\/source>\n/g, "")
    .replace(/@type elasticsearch\n[\s\S]*?<\/buffer>/, STDOUT);
}

function compare(found) {
  const byPod = new Map();
  for (const { id, node, ...document } of found) {
    if (id === undefined || node !== "node-1") throw new Error(`No id or no node: ${JSON.stringify(document)}`);
    byPod.set(document.pod, [...(byPod.get(document.pod) ?? []), withoutNull(document)]);
  }
  for (const { title, file, documents: wanted } of entries) {
    const pod = file.slice(0, file.indexOf("_"));
    deepStrictEqual(sorted(byPod.get(pod) ?? []), sorted(wanted), title);
    process.stdout.write(`✓ ${title}\n`);
  }
}

function withoutNull(document) {
  return Object.fromEntries(Object.entries(document).filter(([, value]) => value !== null));
}

function sorted(documents) {
  return [...documents].sort((a, b) => (a.time < b.time ? -1 : 1));
}

function written(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
