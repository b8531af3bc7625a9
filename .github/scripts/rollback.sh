#!/usr/bin/env bash
# Rolls ENVIRONMENT back to what it was at the commit TO, or before its newest change where that is empty, as the form of
# rollback.yaml says. Each is one argument, bound to its option, so that it is neither another option nor text of a shell.
set -euo pipefail

arguments=("--env=$ENVIRONMENT")
[[ -z "$TO" ]] || arguments+=("--to=$TO")
[[ "$DRY_RUN" != true ]] || arguments+=(--dry-run)

exec bash "${BASH_SOURCE[0]%/*}/as-app.sh" npm run --silent rollback -- "${arguments[@]}"
