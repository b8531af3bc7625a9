import { type EnvVar, envField, envValue } from "../../kubernetes/env.ts";

/** Who the pod is; first in every list, because `$(POD_NAME)` is replaced only below its declaration. */
export function podEnv(): EnvVar[] {
  return [envField("POD_NAME", "metadata.name"), envField("POD_NAMESPACE", "metadata.namespace")];
}

/**
 * Keys of a configuration file as variables. With the prefix, `apply-config-from-env.py` replaces a key that the image's file has
 * and adds one that it lacks; the bare name only replaces, and the files differ between versions.
 */
export function settings(values: Readonly<Record<string, string | number>>): EnvVar[] {
  return Object.entries(values).map(([key, value]) => envValue(`PULSAR_PREFIX_${key}`, String(value)));
}
