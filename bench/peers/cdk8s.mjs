import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { execute } from "../measure.mjs";
import { countObjects } from "./objects.mjs";

const APP = "cdk8s-app.cjs";
const PACKAGES = ["cdk8s", "cdk8s-cli", "cdk8s-plus-33", "constructs"];
const SYNTH = "cdk8s synth";
const BARE = "cdk8s app, no CLI";

/** The same number of objects as a cdk8s app: by its command line, and by Node alone, which is the least that cdk8s can take. */
export function cdk8s({ folder }, { CDK8S: installed }, { peers }) {
  const target = join(folder, "cdk8s");
  mkdirSync(target);
  copyFileSync(join(import.meta.dirname, APP), join(target, APP));
  if (installed !== undefined) symlinkSync(resolve(installed, "node_modules"), join(target, "node_modules"), "junction");
  else if (peers) install(target);
  const missing = PACKAGES.filter((name) => !existsSync(join(target, "node_modules", name)));
  if (missing.length > 0) return absent(missing);
  return contestants(target);
}

function install(target) {
  writeFileSync(join(target, "package.json"), '{ "private": true }\n');
  execute({ program: "npm", args: ["install", "--ignore-scripts", "--no-audit", "--no-fund", ...PACKAGES], cwd: target });
}

function absent(packages) {
  const missing = `Without ${packages.join(", ")}: say --peers to fetch them with npm, or set CDK8S to a folder that has them.`;
  return [SYNTH, BARE].map((name) => ({ name, missing }));
}

function contestants(cwd) {
  const cli = join(cwd, "node_modules", "cdk8s-cli", "bin", "cdk8s");
  const synth = { program: process.execPath, args: [cli, "synth", "--check-upgrade", "false", "--app", `node ${APP}`], cwd };
  const bare = { program: process.execPath, args: [APP], cwd };
  execute(bare);
  const texts = readdirSync(join(cwd, "dist")).map((name) => readFileSync(join(cwd, "dist", name), "utf8"));
  const version = PACKAGES.map((name) => `${name} ${versionOf(cwd, name)}`).join(", ");
  const common = { version, objects: countObjects(texts) };
  return [
    { name: SYNTH, ...common, commands: [synth] },
    { name: BARE, ...common, commands: [bare] },
  ];
}

function versionOf(folder, name) {
  return JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8")).version;
}
