/** A variable of a container. `value` may use `$(NAME)` of variables above it in the list. */
export type EnvVar =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly valueFrom: { readonly fieldRef: { readonly fieldPath: string } } }
  | { readonly name: string; readonly valueFrom: { readonly secretKeyRef: { readonly name: string; readonly key: string } } };

export function envValue(name: string, value: string): EnvVar {
  return { name, value };
}

/** A variable that the downward API fills, so that a manifest needs no copy per pod or namespace. */
export function envField(name: string, fieldPath: "metadata.name" | "metadata.namespace" | "status.podIP"): EnvVar {
  return { name, valueFrom: { fieldRef: { fieldPath } } };
}

export function envSecret(name: string, secret: string, key: string): EnvVar {
  return { name, valueFrom: { secretKeyRef: { name: secret, key } } };
}
