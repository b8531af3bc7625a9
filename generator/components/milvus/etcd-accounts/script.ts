import type { Trust } from "../../../kubernetes/trust.ts";
import { ETCD_USER } from "../../../model/etcd-accounts.ts";
import { curlFlags, QUOTED } from "../curl.ts";

/** What the script is told, as variables. */
export const VARIABLES = {
  address: "ETCD",
  enforced: "ENFORCED",
  rootPassword: "ROOT_PASSWORD",
  milvusPassword: "MILVUS_PASSWORD",
} as const;

const { address, enforced, rootPassword, milvusPassword } = VARIABLES;
const { root, milvus } = ETCD_USER;

/**
 * A text for `sh -c` of Milvus' image, which has curl; that of etcd has no shell. It ends well only when both users have the passwords of
 * the Secret, Milvus' may read and write these prefixes and nothing else, and etcd asks for passwords, or does not, as `ENFORCED` says.
 * What is right already it leaves alone: every change makes older tokens worthless. It speaks to the JSON form of etcd's API (etcd
 * `api/etcdserverpb/rpc.proto`), and passwords go to curl by its standard input, because everybody on the node reads arguments.
 */
export function etcdAccountsScript(prefixes: readonly string[], trust: Trust | undefined): string {
  return [...REFUSE, ...call(trust), ...SIGN_IN, ...USERS, ...role(prefixes), ...ENFORCE].join("\n");
}

const REFUSE = [
  "set -eu",
  'refuse() { echo "$1" >&2; exit 1; }',
  "check() {",
  "  case $1 in",
  '    *[[:cntrl:]]*) refuse "The password of $2 holds a line break or another control character. Make the Secret without it." ;;',
  "  esac",
  '  size=$(printf %s "$1" | wc -c)',
  '  if [ "$size" -lt 6 ] || [ "$size" -gt 72 ]; then refuse "The password of $2 has $size bytes. Use 6 to 72."; fi',
  "}",
  `check "$${rootPassword}" ${root}`,
  `check "$${milvusPassword}" ${milvus}`,
];

/** `call` prints what etcd answers, `must` ends the script where that is a refusal. Spaces behind commas are at etcd's whim. */
function call(trust: Trust | undefined): string[] {
  const curl = ["curl --silent --show-error --max-time 10", ...curlFlags(trust), "--config -"].join(" ");
  return [
    QUOTED,
    "token=",
    "call() {",
    "  {",
    `    printf 'data = "%s"\\n' "$(quoted "$2")"`,
    `    if [ -n "$token" ]; then printf 'header = "Authorization: %s"\\n' "$token"; fi`,
    `  } | ${curl} "$${address}/v3/auth/$1" | sed 's/, "/,"/g'`,
    "}",
    "must() {",
    '  answer=$(call "$1" "$2")',
    '  case $answer in \'{"header":\'*) ;; *) refuse "etcd refused $1: $answer" ;; esac',
    "}",
  ];
}

/** An etcd that asks for passwords says nothing to a stranger but that. */
const SIGN_IN = [
  `account() { printf '{"name":"%s","password":"%s"}' "$1" "$(quoted "$2")"; }`,
  `sign_in() { call authenticate "$(account "$1" "$2")" | sed -n 's/.*"token":"\\([^"]*\\)".*/\\1/p'; }`,
  "attempts=60",
  "until status=$(call status '{}') && [ -n \"$status\" ]; do",
  "  attempts=$((attempts - 1))",
  '  [ "$attempts" -gt 0 ] || refuse "etcd does not answer."',
  "  sleep 5",
  "done",
  "case $status in",
  "  *'\"enabled\":true'* | *'user name is empty'*)",
  `    token=$(sign_in ${root} "$${rootPassword}")`,
  `    [ -n "$token" ] || refuse "etcd asks for passwords, and that of ${root} is not the Secret's. Put the old one into the Secret." ;;`,
  "  '{\"header\":'*) ;;",
  '  *) refuse "etcd does not say whether it asks for passwords: $status" ;;',
  "esac",
  `if [ -n "$token" ] && [ "$${enforced}" != true ]; then`,
  "  must disable '{}'",
  "  token=",
  "fi",
];

/** An etcd that asks nobody checks no password either: then both are set anew. */
const USERS = [
  "user() {",
  '  if [ -n "$token" ] && [ -n "$(sign_in "$1" "$2")" ]; then return; fi',
  '  answer=$(call user/add "$(account "$1" "$2")")',
  "  case $answer in",
  '    *\'already exists\'*) must user/changepw "$(account "$1" "$2")" ;;',
  "    '{\"header\":'*) ;;",
  '    *) refuse "etcd refused user/add: $answer" ;;',
  "  esac",
  "}",
  "has_role() {",
  '  case $(call user/get "{\\"name\\":\\"$1\\"}") in *\'"roles":[\'*"\\"$1\\""*) ;; *) must user/grant "{\\"user\\":\\"$1\\",\\"role\\":\\"$1\\"}" ;; esac',
  "}",
  `user ${root} "$${rootPassword}"`,
  `user ${milvus} "$${milvusPassword}"`,
];

/** A prefix is a range of keys, from itself to what comes after all that begin so. */
function role(prefixes: readonly string[]): string[] {
  return [
    `role=$(call role/get '{"role":"${milvus}"}')`,
    `case $role in *'not found'*) must role/add '{"name":"${milvus}"}' ;; esac`,
    "may_use() {",
    '  range="\\"permType\\":\\"READWRITE\\",\\"key\\":\\"$1\\",\\"range_end\\":\\"$2\\""',
    `  case $role in *"$range"*) ;; *) must role/grant "{\\"name\\":\\"${milvus}\\",\\"perm\\":{$range}}" ;; esac`,
    "}",
    ...prefixes.map((prefix) => `may_use ${base64(prefix)} ${base64(endOf(prefix))}`),
    `has_role ${root}`,
    `has_role ${milvus}`,
  ];
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

/** Prefixes end with an ASCII character. */
function endOf(prefix: string): string {
  return prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
}

const ENFORCE = [
  `if [ -z "$token" ] && [ "$${enforced}" = true ]; then must enable '{}'; fi`,
  `echo "The users ${root} and ${milvus} have the passwords of the Secret. etcd asks for them: $${enforced}."`,
];
