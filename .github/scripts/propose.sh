#!/usr/bin/env bash
# Proposes what the form of propose.yaml says: ENVIRONMENT, or gitops.yaml where that is empty, with SETTINGS and UNSET, an entry
# a line. An entry stays one argument, bound to its option, so that it is neither another option nor text of a shell.
set -euo pipefail

arguments=("--env=$ENVIRONMENT")
[[ -n "$ENVIRONMENT" ]] || arguments=(--platform)
while IFS= read -r entry; do
  [[ ! "$entry" =~ [^[:space:]] ]] || arguments+=("--set=$entry")
done <<< "${SETTINGS//$'\r'/}"
while IFS= read -r field; do
  [[ ! "$field" =~ [^[:space:]] ]] || arguments+=("--unset=$field")
done <<< "${UNSET//$'\r'/}"
[[ "$DRY_RUN" != true ]] || arguments+=(--dry-run)

exec bash "${BASH_SOURCE[0]%/*}/as-app.sh" npm run --silent propose -- "${arguments[@]}"
