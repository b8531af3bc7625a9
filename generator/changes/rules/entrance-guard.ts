import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { listed, onChange, type Rule, when } from "./rule.ts";

/**
 * Annotations by which a controller asks who comes, or looks where from (ingress-nginx `user-guide/nginx-configuration/annotations`,
 * Traefik `routing/providers/kubernetes-ingress`).
 */
const GUARDS =
  /^(?:nginx\.ingress\.kubernetes\.io\/(?:auth-(?:type|url|tls-secret)|(?:whitelist|allowlist)-source-range)|traefik\.ingress\.kubernetes\.io\/router\.middlewares)$/;

/** Whoever was asked before is not asked any more. */
export const entranceGuardRemoved: Rule = onChange(({ before, after }) => {
  const now = guards(after);
  const gone = guards(before).filter((key) => !now.includes(key));
  return when(
    after.kind === "Ingress" && gone.length > 0,
    "high",
    `Its controller no longer asks who comes (${listed(gone)}).`,
  );
});

function guards({ metadata }: KubernetesObject): string[] {
  return Object.keys(metadata.annotations ?? {}).filter((key) => GUARDS.test(key));
}
