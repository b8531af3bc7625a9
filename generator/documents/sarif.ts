import type { ProblemEntry } from "./problems.ts";

/** What a rule of a report is known by. */
export interface SarifRule {
  readonly name: string;
  readonly severity: "error" | "warning";
  readonly reason: string;
  readonly remedy: string;
}

/** A problem, and the file that a person opens to correct it. */
export interface SarifProblem extends ProblemEntry {
  readonly file: string;
}

/**
 * Problems as SARIF 2.1.0, which GitHub's code scanning and editors read. Objects have no place in a file that a person edits,
 * so a result points at the environment's file and names the object as a logical location.
 */
export function sarif(rules: readonly SarifRule[], problems: readonly SarifProblem[]): object {
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "milvus-gitops", rules: rules.map(rule) } },
        results: problems.map(result),
      },
    ],
  };
}

function rule({ name, severity, reason, remedy }: SarifRule): object {
  return {
    id: name,
    shortDescription: { text: reason },
    help: { text: remedy },
    defaultConfiguration: { level: severity },
  };
}

function result({ invariant, severity, subject, message, remedy, file, justification }: SarifProblem): object {
  return {
    ruleId: invariant,
    level: severity,
    message: { text: `${subject}: ${message} ${remedy}` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: file }, region: { startLine: 1 } },
        logicalLocations: [{ fullyQualifiedName: subject, kind: "object" }],
      },
    ],
    // The same problem of the same object is one alert, run after run.
    partialFingerprints: { subject: `${invariant} ${subject}` },
    ...(justification === undefined ? {} : { suppressions: [{ kind: "inSource", justification }] }),
  };
}
