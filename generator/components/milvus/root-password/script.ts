import type { Trust } from "../../../kubernetes/trust.ts";
import type { Release } from "../../../model/releases/index.ts";
import { curlFlags, QUOTED } from "../curl.ts";

/** Where Milvus is called; `MANAGEMENT` by the script for a fixed first password alone. */
export const ADDRESSES = { api: "MILVUS_API", management: "MILVUS_MANAGEMENT" } as const;

/** The variable that holds the password. */
export const PASSWORD = "ROOT_PASSWORD";

/**
 * A text for `sh -c` of Milvus' image, which has curl. It ends well only when `root` signs in with the Secret's password; before, it
 * replaces the published one. Run again, it finds nothing to do. Passwords go to curl by its standard input, because everybody on
 * the node reads arguments. Five minutes, so that what it says is still there when the Job gives up.
 */
export function rootPasswordScript({ rootPassword }: Release, trust: Trust | undefined): string {
  return [...REFUSE, ...call(trust), ...(rootPassword === "fixed" ? BY_MANAGEMENT : BY_REST), ...UNTIL_SET].join("\n");
}

const REFUSE = [
  "set -eu",
  'refuse() { echo "$1" >&2; exit 1; }',
  `case $${PASSWORD} in`,
  '  Milvus) refuse "The Secret holds the password that Milvus publishes. Put another one into it." ;;',
  '  *[[:cntrl:]]*) refuse "The password holds a line break or another control character. Make the Secret without it." ;;',
  "esac",
  `size=$(printf %s "$${PASSWORD}" | wc -c)`,
  'if [ "$size" -lt 6 ] || [ "$size" -gt 72 ]; then refuse "The password has $size bytes. Milvus takes 6 to 72."; fi',
];

/** Any path behind the sign-in will do; this one is in every family, and changes nothing. */
function call(trust: Trust | undefined): string[] {
  const curl = ["curl --silent --fail --output /dev/null --max-time 10", ...curlFlags(trust), "--config -"].join(" ");
  return [
    QUOTED,
    `call() { ${curl} "$@"; }`,
    "signs_in() {",
    `  printf 'user = "root:%s"\\n' "$(quoted "$1")" | call "$${ADDRESSES.api}/v1/vector/collections"`,
    "}",
  ];
}

/** REST v2 (milvus `internal/distributed/proxy/httpserver/handler_v2.go`, updateUser). */
const BY_REST = [
  "replace() {",
  `  body="{\\"userName\\":\\"root\\",\\"password\\":\\"Milvus\\",\\"newPassword\\":\\"$(quoted "$${PASSWORD}")\\"}"`,
  `  printf 'user = "root:Milvus"\\ndata = "%s"\\n' "$(quoted "$body")" |`,
  `    call --header 'Content-Type: application/json' "$${ADDRESSES.api}/v2/vectordb/users/update_password"`,
  "}",
];

/** The management port's API takes passwords in base64 (milvus `internal/distributed/proxy/httpserver/handler.go`, 2.3). */
const BY_MANAGEMENT = [
  `encoded() { printf %s "$1" | base64 | tr -d '\\n'; }`,
  "replace() {",
  `  body="{\\"username\\":\\"root\\",\\"oldPassword\\":\\"$(encoded Milvus)\\",\\"newPassword\\":\\"$(encoded "$${PASSWORD}")\\"}"`,
  `  printf 'data = "%s"\\n' "$(quoted "$body")" |`,
  `    call --request PATCH --header 'Content-Type: application/json' "$${ADDRESSES.management}/api/v1/credential"`,
  "}",
];

/** A proxy that does not ask yet takes any password, and so the published one too: then the work is not done. */
const UNTIL_SET = [
  "attempts=60",
  `until signs_in "$${PASSWORD}" && ! signs_in Milvus; do`,
  "  attempts=$((attempts - 1))",
  '  [ "$attempts" -gt 0 ] ||',
  '    refuse "Milvus does not answer, asks nobody, or root has a password that is neither the Secret\'s nor the published one."',
  "  if signs_in Milvus && replace; then sleep 1; else sleep 5; fi",
  "done",
  'echo "root has the password of the Secret, and no longer the published one."',
];
