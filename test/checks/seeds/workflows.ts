import { put } from "./file-changes.ts";
import type { RepositorySeed } from "./seed.ts";

const SHA = "11bd71901bbe5b1630ceea73d27597364c9af683";
const CHECKOUT = `uses: actions/checkout@${SHA} # v4.2.2\n        with:\n          persist-credentials: false\n`;

/** A workflow in which everything is right. */
const SOUND = `name: new
on:
  pull_request:
permissions: {}
jobs:
  one:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read
    steps:
      - ${CHECKOUT}      - run: npm ci --ignore-scripts
`;

export const WORKFLOWS_SEEDS: readonly RepositorySeed[] = [
  seed("no-dangerous-triggers", "strangers' pull requests run with secrets", "  pull_request:", "  pull_request_target:"),
  seed("no-dangerous-triggers", "a workflow follows another", "on:\n  pull_request:\n", "on: [push, workflow_run]\n"),
  seed("workflow-starts-without-rights", "the workflow has the default rights", "permissions: {}\n", ""),
  seed("workflow-starts-without-rights", "all jobs may write", "permissions: {}", "permissions:\n  contents: write"),
  seed(
    "jobs-have-least-rights",
    "a job may do everything",
    "    permissions:\n      contents: read\n",
    "    permissions: write-all\n",
  ),
  seed("jobs-have-least-rights", "a job may publish packages", "contents: read", "packages: write"),
  seed("actions-pinned", "an action is a tag", `${SHA} # v4.2.2`, "v4"),
  seed("actions-pinned", "an action is half a commit", SHA, SHA.slice(0, 20)),
  seed("actions-pinned", "an action is an image by its tag", `actions/checkout@${SHA}`, "docker://alpine:3"),
  seed("pins-name-versions", "nobody can see the version", " # v4.2.2", ""),
  seed("workflow-images-pinned", "a job runs in an image by its tag", "    steps:", "    container: node:20\n    steps:"),
  seed("checkout-keeps-no-credentials", "checkout says nothing of its token", "persist-credentials: false", "fetch-depth: 0"),
  seed("checkout-keeps-no-credentials", "checkout keeps its token", "credentials: false", "credentials: true"),
  seed("no-inherited-secrets", "a job passes all secrets on", "    steps:", "    secrets: inherit\n    steps:"),
  seed(
    "scripts-take-no-text",
    "the title becomes a command",
    "npm ci",
    "echo ${{ github.event.pull_request.title }} && npm ci",
  ),
  seed("scripts-take-no-text", "the branch becomes a command", "npm ci", "git fetch ${{github.head_ref}} && npm ci"),
  seed("scripts-take-no-text", "a secret becomes part of a script", "npm ci", "T=${{ secrets.TOKEN }} npm ci"),
  seed("installs-run-no-scripts", "packages run their scripts", " --ignore-scripts", ""),
  seed("installs-run-no-scripts", "the newest packages are taken", "npm ci", "npm install"),
  seed("jobs-time-out", "a job has no limit", "    timeout-minutes: 10\n", ""),
  seed("jobs-time-out", "a job may run for a day", "timeout-minutes: 10", "timeout-minutes: 1440"),
];

/** A workflow more, with one thing wrong. */
function seed(invariant: string, title: string, from: string, to: string): RepositorySeed {
  const text = SOUND.replace(from, to);
  if (text === SOUND) throw new Error(`The workflow has no ${from}`);
  return { invariant, title, breakIt: put(".github/workflows/new.yaml", text) };
}
