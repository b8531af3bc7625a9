#!/usr/bin/env node
// Starts the generator: bundles generator/ once for every change of its sources, and keeps V8's compiled code beside the
// bundle. docs/decisions/0001-how-typescript-runs.md has the measurements behind this.
"use strict";
const { createHash } = require("node:crypto");
const { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = require("node:fs");
const { wrap } = require("node:module");
const { dirname, join } = require("node:path");
const { Script } = require("node:vm");

const cache = join(__dirname, "..", "node_modules", ".cache", "milvus-gitops");
const name = join(cache, fingerprint(__dirname));
const bundle = `${name}.cjs`;

if (!existsSync(bundle)) build();
run(readFileSync(bundle, "utf8"));

/** Changes with any source file, the Node version and the lockfile. */
function fingerprint(folder) {
  const hash = createHash("sha1").update(process.version);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) stamp(hash, join(entry.parentPath ?? entry.path, entry.name));
  }
  stamp(hash, join(folder, "..", "package-lock.json"));
  return hash.digest("hex");
}

function stamp(hash, file) {
  const { mtimeMs, size } = statSync(file);
  hash.update(`${file} ${mtimeMs} ${size}\n`);
}

function build() {
  if (!existsSync(join(__dirname, "..", "node_modules", "esbuild"))) {
    process.stderr.write("The dependencies are not installed. Run `npm ci` first.\n");
    process.exit(2);
  }
  mkdirSync(cache, { recursive: true });
  const temporary = `${bundle}.${process.pid}`;
  require("esbuild").buildSync({
    entryPoints: [join(__dirname, "main.ts")],
    outfile: temporary,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    legalComments: "none",
    // Only `check` loads these, four fifths of the whole; `require` does it, because a compiled script has no `import`.
    external: ["kubernetes-models", "@kubernetes-models/*"],
    supported: { "dynamic-import": false },
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: "error",
  });
  renameSync(temporary, bundle);
  removeOthers();
}

/** What earlier sources left. The half-written file of another process that builds at this moment stays. */
function removeOthers() {
  const finished = readdirSync(cache).filter((file) => /\.(?:cjs|v8)$/.test(file));
  for (const file of finished) {
    if (!join(cache, file).startsWith(name)) rmSync(join(cache, file), { force: true });
  }
}

/** Each command runs other functions, and only what has run is compiled: so each keeps its own code, when it is done. */
function run(source) {
  const [command = "help"] = process.argv.slice(2).filter((argument) => /^[a-z]+$/.test(argument));
  const compiled = `${name}.${command}.v8`;
  const cachedData = existsSync(compiled) ? readFileSync(compiled) : undefined;
  const script = new Script(wrap(source), { filename: bundle, cachedData });
  const bundled = { exports: {} };
  if (cachedData === undefined || script.cachedDataRejected) process.once("exit", () => keepCompiled(script, compiled));
  script.runInThisContext()(bundled.exports, require, bundled, bundle, dirname(bundle));
}

/** Written by whoever runs first after a build; a second writer at the same moment writes what serves as well. */
function keepCompiled(script, compiled) {
  const temporary = `${compiled}.${process.pid}`;
  writeFileSync(temporary, script.createCachedData());
  renameSync(temporary, compiled);
}
