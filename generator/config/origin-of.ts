import type { Origin } from "./config.ts";
import { valueAt } from "./field.ts";
import type { Path } from "./locate.ts";
import type { Profile } from "./profile.ts";

/** Who says a merged value: the file of the environment, else the nearest profile of gitops.yaml that does. */
export function originOf(environment: unknown, profile: Profile, path: Path): Origin {
  if (valueAt(environment, path) !== undefined) return { saidBy: "environment", profile: undefined };
  const owner = profileThatSays(profile, path);
  return owner === undefined ? { saidBy: "built-in", profile: undefined } : { saidBy: "profile", profile: owner.name };
}

/** A profile of gitops.yaml; what a built-in one says no person can change. */
function profileThatSays(profile: Profile, path: Path): Profile | undefined {
  let next: Profile | undefined = profile;
  while (next?.parent !== undefined && valueAt(next.own, path) === undefined) next = next.parent;
  return next?.parent === undefined ? undefined : next;
}
