#!/usr/bin/env bash
# Says in a comment on PULL_REQUEST, whose newest commit is HEAD, and in the job's summary, what merging it changes: what is checked
# out is the commit that GitHub made of both, the base first.
set -euo pipefail

npm run --silent review -- \
  "--pull-request=$PULL_REQUEST" "--head=$HEAD" --from=HEAD^1 --to=HEAD >> "$GITHUB_STEP_SUMMARY"
