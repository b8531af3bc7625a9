import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { isMap, read } from "../value.ts";
import { onChange, onRemoval, type Rule, when } from "./rule.ts";
import { filePairs } from "./settings.ts";

interface Encryption {
  readonly path: readonly string[];
  readonly message: string;
}

/** What does not speak TLS yet is refused by what does, and the other way about. */
const ENCRYPTION: readonly Encryption[] = [
  {
    path: ["common", "security", "tlsMode"],
    message: "Clients that do not speak TLS, or show no certificate where one is asked for, are refused",
  },
  {
    path: ["common", "security", "internaltlsEnabled"],
    message:
      "Roles that have restarted and roles that have not cannot call each other: Milvus serves nothing until the last has",
  },
  { path: ["etcd", "ssl", "enabled"], message: "Until etcd and every role speak TLS, Milvus does not reach its metadata" },
  { path: ["pulsar", "address"], message: "Until Pulsar and every role speak TLS, Milvus writes nothing" },
  { path: ["minio", "useSSL"], message: "Until the storage and every role speak TLS, Milvus does not reach its segments" },
];

export const encryptionOn: Rule = onChange(({ before, after }) =>
  filePairs(before, after).flatMap((files) =>
    ENCRYPTION.filter(({ path }) => levelOf(read(files.after, ...path)) > levelOf(read(files.before, ...path))).flatMap(
      ({ path, message }) => when(true, "high", `${message} (${path.join(".")}).`),
    ),
  ),
);

/** 0 for what is off or not said; an address says it by its scheme. */
function levelOf(value: unknown): number {
  return /^(?:true$|pulsar\+ssl:)/.test(String(value)) ? 1 : Number(value) || 0;
}

/** The Secret stays, as cert-manager leaves it, and its certificate runs out one day. */
export const certificateRemoved: Rule = onRemoval((object) =>
  when(
    object.kind === "Certificate",
    "medium",
    "Its Secret stays, and is renewed no more: it ends on the day that stands in it.",
  ),
);

/** Whom clients trust is a copy of the old authority. */
export const issuerChanged: Rule = onChange(({ before, after }) =>
  when(
    after.kind === "Certificate" && issuerOf(before) !== issuerOf(after),
    "high",
    "Another authority signs it: whoever trusts the old one alone refuses it, Milvus too until it restarts.",
  ),
);

function issuerOf({ spec }: KubernetesObject): string {
  const { kind = "Issuer", name = "" } = isMap(spec) && isMap(spec.issuerRef) ? spec.issuerRef : {};
  return `${kind} ${name}`;
}
