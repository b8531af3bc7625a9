import { script } from "../script.ts";

/**
 * `create` writes what makes a backup one at its very end (milvus-backup core/backup/task.go), so what it left unfinished is no
 * backup to anybody: `list` passes it over, and here it is removed. `list` prints to the error stream, among lines of its log.
 */
export function createScript(config: string): string {
  return script(
    "set -eu",
    `backup() { /app/milvus-backup --config ${config} "$@"; }`,
    "name=backup_$(date -u +%Y_%m_%d_%H_%M_%S)",
    'if ! backup create --name "$name" --filter "$COLLECTIONS"; then',
    '  backup delete --name "$name" || true',
    "  exit 1",
    "fi",
    'oldest=backup_$(date -u -d "@$(($(date +%s) - KEEP_DAYS * 86400))" +%Y_%m_%d_%H_%M_%S)',
    "listed=$(backup list 2>&1)",
    "printf '%s\\n' \"$listed\" | while read -r line; do",
    '  case $line in *[!a-z0-9_]*) ;; backup_[0-9]*) echo "$line" ;; esac',
    "done | sort -r | tail -n +$((KEEP_AT_LEAST + 1)) | while read -r name; do",
    '  if [ "$name" \\< "$oldest" ]; then backup delete --name "$name" </dev/null || exit 1; fi',
    "done",
  );
}
