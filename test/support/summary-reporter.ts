import type { Reporter, TestCase, TestModule, TestSuite } from "vitest/node";

declare module "vitest" {
  interface TaskMeta {
    /** What a proof measured, for its line of the summary: "4 Applications in 271 s". */
    figure?: string;
  }
}

/** Prints one line a proof at the end of a run, then what is wrong, and how many proofs there are. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly { readonly message: string }[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const problems = [
      ...errors.map(({ message }) => message),
      ...modules.flatMap((module) => module.errors().map(({ message }) => `${module.relativeModuleId}: ${message}`)),
      // What a hook of a suite threw; its tests have no errors of their own then, because they did not run.
      ...modules.flatMap(suites).flatMap((suite) => suite.errors().map(({ message }) => `${suite.fullName}: ${message}`)),
      ...tests.flatMap((test) => (test.result().errors ?? []).map(({ message }) => `${test.fullName}: ${message}`)),
    ];
    process.stdout.write(`\n${[...table(tests), ...list(problems)].join("\n")}\n`);
  }
}

function suites(module: TestModule): TestSuite[] {
  return [...module.children.allSuites()];
}

function table(tests: readonly TestCase[]): string[] {
  const width = Math.max(0, ...tests.map((test) => test.fullName.length));
  return tests.map((test) => `${state(test).padEnd(7)} ${test.fullName.padEnd(width)}  ${test.meta().figure ?? ""}`.trimEnd());
}

/** A proof that did not run has proved nothing. */
function state(test: TestCase): string {
  return test.result().state === "passed" ? "ok" : "FAILED";
}

function list(problems: readonly string[]): string[] {
  return problems.length === 0
    ? ["", "No problems."]
    : ["", `${problems.length} problems:`, ...problems.map((text) => `- ${text}`)];
}
