import { read } from "../value.ts";
import { onChange, type Rule, when } from "./rule.ts";

const LEVELS: readonly unknown[] = ["restricted", "baseline", "privileged"];

/** The Namespace lets pods in that it would have refused. */
export const namespaceSecurityWeakened: Rule = onChange(({ before, after }) => {
  if (after.kind !== "Namespace") return [];
  const [old, now] = [before, after].map(
    (object) => read(object, "metadata", "labels", "pod-security.kubernetes.io/enforce") ?? "privileged",
  );
  const isWeaker = LEVELS.indexOf(now) > LEVELS.indexOf(old);
  return when(isWeaker, "high", `It enforces Pod Security "${now}" instead of "${old}".`);
});
