import { procedure, type Rule } from "../rule.ts";
import { stepBetween } from "../version-numbers.ts";

/** One minor version at a time is what etcd supports; the way back takes a command of its own first. */
export const etcdVersion: Rule = ({ from, to }) => {
  if (to === undefined || stepBetween(from, to) === 1) return undefined;
  return procedure(
    "etcd-version-change",
    "etcd goes one minor version up at a time; members of an older one refuse to start on the data of a newer one.",
  );
};
