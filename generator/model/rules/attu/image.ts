import { isAtLeast } from "../../releases/version.ts";
import { error } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** From 3.0 on Attu is another program: it takes the address by another variable, and keeps a database of connections and passwords. */
export const attuImage: Rule = ({ environment: { attu } }) => {
  const version = /^v?(\d+\.\d+\.\d+)/.exec(attu?.image.tag ?? "")?.[1];
  if (attu === undefined || version === undefined || !isAtLeast(version, "3.0.0")) return [];
  return [
    error("attu.image.tag", "E_VERSION", {
      message: `Attu ${attu.image.tag} is not of version 2.`,
      reason: "It reads other variables, and wants a volume for a database, which is not made here.",
      remedy: "Remove the tag, or use one of version 2: v2.6.5.",
    }),
  ];
};
