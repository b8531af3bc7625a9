import type { PullRequestValues } from "../../generator/documents/pull-request.ts";
import { anEnvironmentChange, anObjectChange, someValues } from "./diff-values.ts";

/** A promotion that one gate holds up. */
export function aPullRequest(overrides: Partial<PullRequestValues> = {}): PullRequestValues {
  return {
    kind: "promote",
    environment: "prod",
    source: "staging",
    fields: [
      { path: "milvus.version", before: "2.6.18", after: "2.6.20" },
      { path: "milvus.config.proxy.maxTaskNum", before: undefined, after: "1024" },
    ],
    diff: { ...someValues(aRollOut()), from: "main (1a2b3c4d)", to: "this pull request" },
    warnings: ["overlays/prod/environment.yaml:9:3 milvus.image: the tag has no digest. (E_DIGEST)"],
    gates: [
      { name: "health", state: "passed", text: "staging is Healthy at 5e6f7a8b." },
      { name: "soak", state: "waiting", text: "It has run for 3 h of 24 h." },
    ],
    undo: [
      "When it is merged, this makes a pull request that takes prod back:",
      "npm run rollback -- --env prod --to 1a2b3c4d",
      "Milvus reads what a later patch version of its family wrote.",
    ],
    command: "npm run promote -- --from staging --to prod",
    ...overrides,
  };
}

function aRollOut() {
  return anEnvironmentChange({
    risk: "medium",
    counts: { added: 0, changed: 2, removed: 0, restarts: 5 },
    reasons: [
      {
        risk: "medium",
        rule: "capacity-dips",
        message: "Up to 1 of 3 pods are missing during the roll-out.",
        objects: ["Deployment m/milvus-querynode"],
      },
      {
        risk: "low",
        rule: "version-up",
        message: "Milvus goes from 2.6.18 to 2.6.20.",
        objects: ["Deployment m/milvus-proxy", "Deployment m/milvus-querynode"],
      },
    ],
    objects: [anObjectChange({ risk: "medium" }, "milvus-querynode"), anObjectChange({}, "milvus-proxy")],
    rollOut: [
      { wave: 7, workloads: [{ ...workload("milvus-querynode", 3), strategy: "with up to 1 missing at a time" }] },
      { wave: 10, workloads: [workload("milvus-proxy", 2)] },
    ],
  });
}

function workload(name: string, pods: number) {
  return { kind: "Deployment", name, action: "restart", pods, strategy: "one by one", graceSeconds: 90 };
}
