#!/usr/bin/env node
// Starts the generator: bundles generator/ once for every change of its sources, and keeps V8's compiled code beside the
// bundle. docs/decisions/0001-how-typescript-runs.md has the measurements behind this.
"use strict";
const { createHash, randomBytes } = require("node:crypto");
const fs = require("node:fs");
const { wrap } = require("node:module");
const { basename, dirname, join } = require("node:path");
const { Script } = require("node:vm");

const cache = join(__dirname, "..", "node_modules", ".cache", "milvus-gitops");
const name = join(cache, fingerprint(__dirname));
const bundle = `${name}.cjs`;
/** The last line of a bundle. An empty file is a program too, one that does nothing and reports success. */
const END = "// The whole bundle.";

outliveReaders();
run(read(bundle, (bytes) => bytes.subarray(-64).includes(END))?.toString() ?? build());

/** Changes with any source file, the Node version and the lockfile. */
function fingerprint(folder) {
  const hash = createHash("sha1").update(process.version);
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) stamp(hash, join(entry.parentPath ?? entry.path, entry.name));
  }
  stamp(hash, join(folder, "..", "package-lock.json"));
  return hash.digest("hex");
}

/** The file of an editor may be gone again by now. */
function stamp(hash, file) {
  const { mtimeMs, size } = fs.statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0 };
  hash.update(`${file} ${mtimeMs} ${size}\n`);
}

/** What the cache holds, if it can be read and is good. */
function read(file, isGood) {
  try {
    const bytes = fs.readFileSync(file);
    return isGood(bytes) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function build() {
  if (!fs.existsSync(join(__dirname, "..", "node_modules", "esbuild"))) {
    process.stderr.write("The dependencies are not installed. Run `npm ci --ignore-scripts` first.\n");
    process.exit(2);
  }
  const { outputFiles } = require("esbuild").buildSync({
    entryPoints: [join(__dirname, "main.ts")],
    write: false,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    legalComments: "none",
    footer: { js: END },
    // Only `check` loads these, four fifths of the whole; `require` does it, because a compiled script has no `import`.
    external: ["kubernetes-models", "@kubernetes-models/*"],
    supported: { "dynamic-import": false },
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: "error",
  });
  keep(bundle, outputFiles[0].contents);
  removeOthers();
  return outputFiles[0].text;
}

/**
 * A cache that cannot be kept, on a full disk or in a folder of someone else, costs time and nothing else. It is on the disk
 * before it has its name, because V8 was seen to crash on compiled code with a hole in it.
 */
function keep(file, bytes) {
  const temporary = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    fs.mkdirSync(cache, { recursive: true });
    const descriptor = fs.openSync(temporary, "wx");
    try {
      fs.writeFileSync(descriptor, bytes);
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
    fs.renameSync(temporary, file);
  } catch {
    remove(temporary);
  }
}

/**
 * What earlier sources left, and runs that were killed. The half-written file of another process that builds at this moment
 * goes too; that one then does without.
 */
function removeOthers() {
  try {
    const ours = fs.readdirSync(cache).filter((file) => /^[0-9a-f]{40}\./.test(file) && file !== basename(bundle));
    for (const file of ours) remove(join(cache, file));
  } catch {
    // The next build tries again.
  }
}

function remove(file) {
  try {
    fs.rmSync(file, { force: true });
  } catch {
    // It hinders nobody.
  }
}

/** Each command runs other functions, and only what has run is compiled: so each keeps its own code, when it is done. */
function run(source) {
  const [command = "help"] = process.argv.slice(2).filter((argument) => /^[a-z]+$/.test(argument));
  const compiled = `${name}.${command}.v8`;
  const cachedData = read(compiled, (bytes) => bytes.length > 0);
  const script = new Script(wrap(source), { filename: bundle, cachedData });
  const bundled = { exports: {} };
  if (cachedData === undefined || script.cachedDataRejected) {
    process.once("exit", () => keep(compiled, script.createCachedData()));
  }
  script.runInThisContext()(bundled.exports, require, bundled, bundle, dirname(bundle));
}

/**
 * A reader that has seen enough (`| head`) is no failure, and the command goes on to its own end. Output that was lost, as on
 * a full disk, is one: whoever goes by the exit code would take an empty file for the answer.
 */
function outliveReaders() {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", ({ code }) => {
      if (code !== "EPIPE") process.once("exit", (ending) => loseOutput(code, ending));
    });
  }
}

function loseOutput(code, ending) {
  process.exitCode = ending === 0 ? 5 : ending;
  try {
    fs.writeSync(2, `Some output was lost (${code}). Run again with it somewhere else. (E_WRITE)\n`);
  } catch {
    // It was standard error.
  }
}
