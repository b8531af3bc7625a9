import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { measureFleets } from "./fleet-table.mjs";
import { readOptions, USAGE } from "./options.mjs";
import { measurePeers } from "./peer-table.mjs";
import { renderReport } from "./print.mjs";
import { millisecondsPerThousandFiles, openWorkspace } from "./workspace.mjs";

main(process.argv.slice(2));

function main(args) {
  try {
    const options = readOptions(args);
    process.stdout.write(options === undefined ? USAGE : report(options));
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function report(options) {
  const before = load();
  const workspace = openWorkspace();
  const disk = millisecondsPerThousandFiles(workspace);
  const three = options.only === "fleet" ? undefined : measurePeers(workspace, options);
  const fleets = options.only === "peers" ? undefined : measureFleets(workspace, options);
  const result = { machine: machine({ before, after: load() }, { folder: tmpdir(), milliseconds: disk }), three, fleets };
  return options.json ? `${JSON.stringify(result, null, 2)}\n` : renderReport(result);
}

function machine(load, disk) {
  return {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? "unknown",
    gibibytes: Math.round(totalmem() / 2 ** 30),
    load,
    disk,
  };
}

function load() {
  return loadavg()[0].toFixed(1);
}
