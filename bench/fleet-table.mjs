import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fleet } from "./fleet.mjs";
import { measure, summary } from "./measure.mjs";
import { changeOne, countFiles, generator, newRepository } from "./workspace.mjs";

const SIZES = [10, 100, 1000];
const PRELOAD = ["--require", join(import.meta.dirname, "peak-memory.cjs")];

/**
 * Time, memory and files of whole runs over fleets, and what one more environment adds, which is the slope between two sizes:
 * the start of Node is in both and cancels out.
 */
export function measureFleets(workspace, { runs, large }) {
  const sizes = large ? [...SIZES, 10_000] : SIZES;
  const rows = sizes.map((size) => measureFleet(workspace, size, runsFor(size, runs)));
  return rows.map((row, index) => ({ ...row, oneMore: slope(rows[index - 1], row) }));
}

/** Every first run has a folder of its own; the later runs work on the last of them. */
function measureFleet(workspace, size, runs) {
  const files = fleet(size);
  const peakFile = join(workspace.folder, "peak");
  const options = { preload: PRELOAD, env: { PEAK_FILE: peakFile } };
  let repository;
  const command = () => [generator(workspace, ["generate", "--directory", repository], options)];
  const prepare = () => {
    repository = newRepository(workspace, files);
    return command();
  };
  const fromNothing = repeat({ prepare }, peakFile, runs);
  const unchanged = repeat({ prepare: command }, peakFile, runs);
  const change = () => {
    changeOne(repository, files);
    return command();
  };
  const oneChanged = repeat({ prepare: change }, peakFile, runs);
  return { size, files: countFiles(repository) - files.size, fromNothing, oneChanged, unchanged };
}

function repeat(contestant, peakFile, runs) {
  const samples = Array.from({ length: runs }, () => ({
    ...measure(contestant),
    kilobytes: Number(readFileSync(peakFile, "utf8")),
  }));
  return { ...summary(samples), kilobytes: Math.max(...samples.map(({ kilobytes }) => kilobytes)) };
}

/** The largest fleet has a quarter of a million files, which nobody wants thrice. */
function runsFor(size, runs) {
  return size > 1000 ? 1 : Math.max(1, Math.round(runs / 3));
}

function slope(smaller, row) {
  if (smaller === undefined) return undefined;
  const more = row.size - smaller.size;
  const of = (run, figure) => (row[run][figure] - smaller[run][figure]) / more;
  return {
    fromNothing: of("fromNothing", "median"),
    oneChanged: of("oneChanged", "median"),
    unchanged: of("unchanged", "median"),
    kilobytes: of("fromNothing", "kilobytes"),
  };
}
