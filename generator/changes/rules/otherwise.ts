import { onChange, type Rule, when } from "./rule.ts";

/** A new object takes nothing away from those that run. */
export const objectAdded: Rule = ({ before }) => when(before === undefined, "low", "It is new.");

/** Labels and annotations of the object itself, which nothing selects. */
export const onlyLabels: Rule = onChange(({ fields }) =>
  when(fields.every(isLabel), "none", "Only its labels and annotations change."),
);

/** No rule knows more about it. */
export const changedInPlace: Rule = onChange(({ fields }) => when(!fields.every(isLabel), "low", "It is changed in place."));

function isLabel({ path }: { readonly path: string }): boolean {
  return /^metadata\.(?:annotations|labels)(?:[.[]|$)/.test(path);
}
