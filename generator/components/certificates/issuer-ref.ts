import type { Issuer } from "../../model/environment.ts";

/** Group and kind are written out, though they have defaults: a reader should not have to know them. */
export function issuerRef({ kind, name }: Issuer) {
  return { group: "cert-manager.io", kind, name };
}

/** What a renewal does with the private key. The default changed in cert-manager 1.18, so it is always said. */
export const LIFE_OF_KEY = { kept: { rotationPolicy: "Never" }, renewed: { rotationPolicy: "Always" } } as const;
