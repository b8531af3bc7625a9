import { expect, it } from "vitest";
import { problemsOf } from "../../generator/checks/broken-invariants.ts";
import { ENVIRONMENT_INVARIANTS } from "../../generator/checks/invariants.ts";
import { anEnvironment } from "../support/environments.ts";
import { loggingObjects } from "./objects.ts";

/** What the operator makes, and so no file here has. */
const SECRETS = new Map([
  ["milvus-logs-es-elastic-user", ["elastic"]],
  ["milvus-logs-es-http-certs-public", ["ca.crt"]],
  ["milvus-logs-kb-http-certs-public", ["ca.crt"]],
]);

it("holds its objects to the invariants of environments, but for what reading a node's files takes", async () => {
  const objects = loggingObjects().map((object) =>
    object.kind === "Namespace" ? object : { ...object, metadata: { ...object.metadata, namespace: "logging" } },
  );
  const environment = anEnvironment({ name: "logging", namespace: "logging" });

  const problems = await problemsOf(ENVIRONMENT_INVARIANTS, { environment, objects, secrets: SECRETS });

  expect(problems.map(({ subject, message }) => `${subject}: ${message}`).sort()).toEqual([
    "DaemonSet logging/fluentd: Container fluentd: runAsGroup is 0, which is root's.",
    "DaemonSet logging/fluentd: Container fluentd: runAsNonRoot is false.",
    "DaemonSet logging/fluentd: Container fluentd: runAsUser is 0, which is root.",
    "DaemonSet logging/fluentd: Volume log-containers is of type hostPath.",
    "DaemonSet logging/fluentd: Volume log-pods is of type hostPath.",
    "DaemonSet logging/fluentd: Volume state is of type hostPath.",
    "Job logging/logging-setup-data-view: It expects a Service milvus-logs-kb-http, which does not exist.",
    "Job logging/logging-setup-index: It expects a Service milvus-logs-es-http, which does not exist.",
    "Namespace logging: The label pod-security.kubernetes.io/audit is not set.",
    "Namespace logging: The label pod-security.kubernetes.io/enforce is privileged.",
    "Namespace logging: The label pod-security.kubernetes.io/enforce-version is not set.",
    "Namespace logging: The label pod-security.kubernetes.io/warn is not set.",
  ]);
});
