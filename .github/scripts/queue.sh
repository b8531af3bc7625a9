#!/usr/bin/env bash
# Reports the gates on HEAD, the commit of MERGE_GROUP that a merge queue made, and says which in the job's summary, indented, so that
# nothing in it is markup.
set -euo pipefail

npm run --silent queue -- "--merge-group=$MERGE_GROUP" "--head=$HEAD" | sed 's/^/    /' >> "$GITHUB_STEP_SUMMARY"
