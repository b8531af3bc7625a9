import { never, type Rule } from "../rule.ts";

/** Nothing but its own command ends that etcd asks, and nobody would have a password any more. An etcd outside is another one. */
export const passwords: Rule = ({ from, to, after }) => {
  if (from !== "asked" || to !== undefined || after["etcd.mode"] !== "internal") return undefined;
  return never(
    "etcd-passwords",
    "etcd would go on asking for passwords, and Milvus would have none: with authentication.etcd.enforced: false it ends first.",
  );
};
