import type { Environment } from "../model/environment.ts";
import { defined } from "./defined.ts";

/** The `imagePullSecrets` of a ServiceAccount, nothing where the registry asks for no credentials. */
export function imagePullSecrets({ imagePullSecrets }: Pick<Environment, "imagePullSecrets">) {
  return defined({ imagePullSecrets: imagePullSecrets.map((name) => ({ name })) });
}
