#!/usr/bin/env bash
# Promotes what the form of promote.yaml says: TO an environment, FROM the one before it, and of that ONLY some fields, one a line.
# Each is one argument, bound to its option, so that it is neither another option nor text of a shell.
set -euo pipefail

arguments=("--to=$TO")
[[ -z "$FROM" ]] || arguments+=("--from=$FROM")
while IFS= read -r field; do
  [[ ! "$field" =~ [^[:space:]] ]] || arguments+=("--only=$field")
done <<< "${ONLY//$'\r'/}"
[[ "$DRY_RUN" != true ]] || arguments+=(--dry-run)

exec bash "${BASH_SOURCE[0]%/*}/as-app.sh" npm run --silent promote -- "${arguments[@]}"
