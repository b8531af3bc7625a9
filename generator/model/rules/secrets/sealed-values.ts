import type { RequiredSecret } from "../../environment.ts";
import { error, type Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** With sealed-secrets every credential that pods read is in Git, encrypted; one that is missing keeps them from starting. */
export const sealedValues: Rule = ({ environment: { secrets } }) =>
  secrets.provider === "sealed-secrets" ? secrets.required.flatMap(missing) : [];

function missing({ purpose, name, keys, sealed }: RequiredSecret): Problem[] {
  return keys
    .filter((key) => !Object.hasOwn(sealed, key))
    .map((key) =>
      error(["secrets", "sealed", purpose, key], "E_SHAPE", {
        message: "The field is missing.",
        reason: `Pods read the key ${key} of the Secret ${name} and do not start without it.`,
        remedy: "Add what kubeseal --raw prints for it.",
      }),
    );
}
