import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { alertGroups } from "../../../generator/components/monitoring/alerts/index.ts";
import { seriesOf } from "./promql.ts";
import { production } from "./shapes.ts";

const FOLDER = join(import.meta.dirname, "..", "..", "monitoring", "promtool");
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith(".yaml"));

interface TestFile {
  readonly rule_files: readonly string[];
  readonly tests: readonly { readonly input_series: readonly { readonly series: string }[] }[];
}

it.each(FILES)("%s tells promtool of series and alerts that production has", (file) => {
  const text = readFileSync(join(FOLDER, file), "utf8");
  const { rule_files, tests } = parse(text) as TestFile;
  const groups = alertGroups(production()).filter(({ name }) => rule_files.includes(`prometheusrule-${name}.yaml`));
  const alerts = groups.flatMap((group) => group.alerts);
  const asked = new Set(alerts.flatMap(({ expr }) => seriesOf(expr).map(({ metric }) => metric)));
  const given = tests.flatMap(({ input_series }) => input_series.map(({ series }) => series.replace(/\{.*/, "")));

  expect(groups).toHaveLength(rule_files.length);
  expect(given.filter((metric) => !asked.has(metric))).toEqual([]);
  expect(testedIn(text).filter((name) => !alerts.some((alert) => alert.name === name))).toEqual([]);
});

it("promtool is asked about twenty alerts and more", () => {
  const tested = FILES.flatMap((file) => testedIn(readFileSync(join(FOLDER, file), "utf8")));

  expect(new Set(tested).size).toBeGreaterThan(20);
});

/** Names that stand alone; a pattern is of several. */
function testedIn(text: string): string[] {
  return [...text.matchAll(/alertname(?:: |=")(Milvus\w+)/g)].map(([, name = ""]) => name);
}
