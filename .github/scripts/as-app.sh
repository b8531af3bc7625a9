#!/usr/bin/env bash
# Runs a command that writes to GitHub: as the App where one is set up, else with the job's own token, and says so. What it
# prints goes to the job's summary too, indented, so that nothing in it is markup.
set -euo pipefail

if [[ -n "${GITHUB_APP_ID:-}" && -n "${GITHUB_APP_PRIVATE_KEY:-}" ]]; then
  unset GITHUB_TOKEN
elif [[ -z "${GITHUB_APP_ID:-}${GITHUB_APP_PRIVATE_KEY:-}" ]]; then
  unset GITHUB_APP_ID GITHUB_APP_PRIVATE_KEY
  echo "::warning::No GitHub App is set up, so the job's own token is used. For what that token opens GitHub runs checks only when a person approves each run, or not at all. docs/workflows.md says how to set up an App."
else
  echo "::error::Of the variable GITOPS_APP_ID and the secret GITOPS_APP_PRIVATE_KEY only one is set. Set both, or neither; docs/workflows.md says how."
  exit 2
fi

output="$(mktemp)"
code=0
"$@" 2>&1 | tee "$output" || code=$?
sed 's/^/    /' "$output" >> "$GITHUB_STEP_SUMMARY"
exit "$code"
