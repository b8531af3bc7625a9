import type { Environment } from "../../../model/environment.ts";
import { script } from "../script.ts";

export const SNAPSHOT = "/snapshot/etcd.db";

/**
 * The last 32 bytes of a snapshot are the SHA-256 of all before them. `snapshot save` and `status` do not compare the two, and
 * `restore` does, when it is too late (etcd client/v3/snapshot, etcdutl/snapshot).
 */
const COMPARE_CHECKSUM = [
  `said=$(tail -c 32 ${SNAPSHOT} | od -An -v -tx1 | tr -d ' \\n')`,
  `is=$(head -c -32 ${SNAPSHOT} | sha256sum)`,
  'if [ "$said" != "${is%% *}" ]; then',
  '  echo "The checksum at the end of the snapshot is not that of its contents." >&2',
  "  exit 1",
  "fi",
];

/** Keys go through the pipe: an argument could be read by whoever sees the node's processes. */
const CONNECT = ['printf \'%s\\n%s\\n\' "$ACCESS_KEY" "$SECRET_KEY" | mc alias set store "$ENDPOINT" --api S3v4 >/dev/null'];

/** MinIO of the environment's own has no other bucket than Milvus' until somebody makes it. */
const MAKE_BUCKET = ['mc mb --ignore-existing "store/$BUCKET"'];

/** An object is there as a whole or not at all, and takes nobody's place: its name is the second when it was made. */
const UPLOAD = [`mc cp --quiet ${SNAPSHOT} "store/$BUCKET/$FOLDER/etcd-$(date -u +%Y%m%dT%H%M%SZ).db"`];

/** Names sort as their times do. Only what has such a name is looked at, and one that cannot be removed fails the job. */
const REMOVE_OLD = [
  'oldest="etcd-$(date -u -d "@$(($(date +%s) - KEEP_DAYS * 86400))" +%Y%m%dT%H%M%SZ).db"',
  'listed=$(mc ls "store/$BUCKET/$FOLDER/")',
  "printf '%s\\n' \"$listed\" | while read -r line; do",
  '  case ${line##* } in etcd-[0-9]*T[0-9]*Z.db) echo "${line##* }" ;; esac',
  "done | sort -r | tail -n +$((KEEP_AT_LEAST + 1)) | while read -r name; do",
  '  if [ "$name" \\< "$oldest" ]; then mc rm "store/$BUCKET/$FOLDER/$name" </dev/null || exit 1; fi',
  "done",
];

/** What follows a snapshot that could be read. It ends at the first command that fails, so that nothing is removed without a new one. */
export function uploadScript({ backup, objectStorage }: Environment): string {
  const isOwnMinio = backup.destination.isOwn && objectStorage.type === "minio";
  return script(
    "set -eu",
    "export LC_ALL=C",
    ...COMPARE_CHECKSUM,
    ...CONNECT,
    ...(isOwnMinio ? MAKE_BUCKET : []),
    ...UPLOAD,
    ...REMOVE_OLD,
  );
}
