import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The kernel counts the time of ended children in ticks of 10 ms. */
const TICK = 10;
const MAX_OUTPUT = 268_435_456;

/**
 * Runs every contestant once in each round, so that a busy minute of the machine meets all of them. What a contestant needs
 * beforehand is not measured, and a first round warms the disk and the caches and does not count.
 */
export function takeTurns(contestants, rounds) {
  const samples = new Map(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const contestant of contestants) {
      const sample = measure(contestant);
      if (round > 0) samples.get(contestant.name).push(sample);
    }
  }
  return contestants.map(({ name }) => ({ name, ...summary(samples.get(name)) }));
}

/** One run of a contestant: its commands one after the other, as whole processes; `prepare` makes those that differ each time. */
export function measure({ prepare, commands: constant }) {
  const commands = prepare?.() ?? constant;
  const cpuBefore = childrenCpu();
  const start = process.hrtime.bigint();
  for (const command of commands) execute(command);
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  const cpuAfter = childrenCpu();
  return { milliseconds, cpuMilliseconds: cpuBefore === undefined ? undefined : cpuAfter - cpuBefore };
}

/** What a command prints; one that fails ends the whole measurement, for half a result is none. */
export function execute({ program, args, cwd, env }) {
  const options = { cwd, env: { ...process.env, ...env }, maxBuffer: MAX_OUTPUT, encoding: "utf8" };
  const { status, stdout, stderr, error } = spawnSync(program, args, options);
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${status}:\n${stderr.slice(-2000)}`);
  return stdout;
}

export function summary(samples) {
  const times = sorted(samples.map(({ milliseconds }) => milliseconds));
  const cpu = sorted(samples.map(({ cpuMilliseconds }) => cpuMilliseconds));
  return { min: times[0], median: median(times), max: times.at(-1), cpu: median(cpu), runs: samples.length };
}

/**
 * Processor time tells more than the clock where others use the machine too; only Linux says it of children. A program that a
 * child leaves running is not in it, and so neither is esbuild.
 */
function childrenCpu() {
  if (process.platform !== "linux") return undefined;
  const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1].split(" ");
  return (Number(fields[13]) + Number(fields[14])) * TICK;
}

function sorted(numbers) {
  return numbers.filter((number) => number !== undefined).sort((a, b) => a - b);
}

function median(numbers) {
  if (numbers.length === 0) return undefined;
  const middle = Math.floor(numbers.length / 2);
  return numbers.length % 2 === 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
}
