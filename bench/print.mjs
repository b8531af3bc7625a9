import { BUDGETS, verdict } from "./budgets.mjs";

/** Everything that a run measured, for a person. */
export function renderReport({ machine, three, fleets }) {
  const parts = [
    renderMachine(machine),
    ...(three === undefined ? [] : [renderThree(three)]),
    ...(fleets === undefined ? [] : [renderFleets(fleets)]),
  ];
  return parts.join("\n");
}

function renderMachine({ date, node, cores, processor, gibibytes, load, disk }) {
  return [
    `${date}, Node ${node}, ${cores} cores (${processor}), ${gibibytes} GiB; load ${load.before} before, ${load.after} after`,
    `1,000 small files are written to ${disk.folder} in ${whole(disk.milliseconds)} ms\n`,
  ].join("\n");
}

function renderThree({ peers, results }) {
  const rivals = results.filter(({ name }) => peers.some((peer) => peer.name === name));
  const own = results.filter((result) => !rivals.includes(result));
  const lines = table(
    ["Three environments, ms", "min", "median", "max", "cpu"],
    [...rivals, ...own].map(({ name, min, median, max, cpu }) => [name, ...[min, median, max, cpu].map(whole)]),
  );
  const ratios = own.length * rivals.length === 0 ? "" : `\n${renderRatios(own, rivals)}`;
  return `${lines}${ratios}\n${peers.map(renderPeer).join("")}`;
}

/** Of medians of the clock, and of processor time after the stroke. */
function renderRatios(own, rivals) {
  const helm = rivals.find(({ name }) => name.includes("helm"));
  const rows = own.map((one) => [
    one.name,
    ...rivals.map((rival) => `${ratio(one.median, rival.median)} / ${ratio(one.cpu, rival.cpu)}`),
    helm === undefined || !one.name.startsWith("generate") ? "" : verdict(one.median / helm.median, BUDGETS.shareOfHelm),
  ]);
  return table(["Times as long, clock / cpu", ...rivals.map(({ name }) => name), `<= ${BUDGETS.shareOfHelm} of helm`], rows);
}

function renderPeer({ name, version, objects, missing }) {
  return missing === undefined ? `${name}: ${objects} objects, ${version}\n` : `${name}: missing. ${missing}\n`;
}

function renderFleets(fleets) {
  const rows = fleets.map(({ size, files, fromNothing, oneChanged, unchanged }) => {
    const budget = BUDGETS.fleets[size] ?? {};
    const kilobytes = Math.max(...[fromNothing, oneChanged, unchanged].map((run) => run.kilobytes));
    return [
      ...[String(size), String(files)],
      ...judged(fromNothing, budget.fromNothing),
      ...judged(oneChanged, budget.oneChanged),
      ...judged(unchanged, budget.unchanged),
      ...[whole(kilobytes / 1000), words(kilobytes, budget.kilobytes, 1000)],
    ];
  });
  const heads = ["from nothing", "cpu", "budget", "one changed", "cpu", "budget", "nothing changed", "cpu", "budget"];
  return `${table(["Environments, ms", "files", ...heads, "peak MB", "budget"], rows)}\n${renderSlopes(fleets)}`;
}

/** The budget is for planning; writing the files comes on top of it in a run from nothing. */
function renderSlopes(fleets) {
  const { milliseconds, kilobytes } = BUDGETS.oneMore;
  const rows = fleets
    .slice(1)
    .map(({ size, oneMore }, index) => [
      `${fleets[index].size} to ${size}`,
      oneMore.fromNothing.toFixed(2),
      ...[oneMore.oneChanged.toFixed(2), words(oneMore.oneChanged, milliseconds)],
      oneMore.unchanged.toFixed(2),
      ...[whole(oneMore.kilobytes), words(oneMore.kilobytes, kilobytes)],
    ]);
  return table(["One more, ms", "from nothing", "one changed", "budget", "nothing changed", "kB", "budget"], rows);
}

function judged({ median, cpu }, budget) {
  return [whole(median), whole(cpu), words(median, budget)];
}

function words(value, budget, divisor = 1) {
  return budget === undefined ? "" : `<= ${budget / divisor} ${verdict(value, budget)}`;
}

function ratio(value, other) {
  return value === undefined || other === undefined ? "-" : (value / other).toFixed(2);
}

function whole(number) {
  return number === undefined ? "" : String(Math.round(number));
}

function table(heads, rows) {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column].length)));
  const line = (cells) =>
    cells
      .map((cell, column) => pad(cell, widths[column], column))
      .join("  ")
      .trimEnd();
  return `${[heads, ...rows].map(line).join("\n")}\n`;
}

function pad(cell, width, column) {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
