import { merge } from "./merge.ts";
import { BUILT_IN, DEFAULTS } from "./profiles/index.ts";
import type { PlatformFile } from "./schema/platform.ts";
import type { Settings } from "./schema/settings.ts";

export type BuiltInName = keyof typeof BUILT_IN;

/** A named set of settings, with what it builds on. */
export interface Profile {
  readonly name: string;
  /** Undefined for a built-in profile. */
  readonly parent: Profile | undefined;
  /** The built-in profile in which the chain of `extends` ends; what ends in `production` is held to its rules. */
  readonly base: BuiltInName;
  /** What it says itself. */
  readonly own: Settings;
  /** All layers up to and with this one, merged. */
  readonly settings: Settings;
}

export const BUILT_IN_NAMES = Object.keys(BUILT_IN) as BuiltInName[];

export type Profiles = ReadonlyMap<string, Profile>;

/** Every profile that can be used. Those with an unknown or circular `extends` are not among them. */
export function buildProfiles(written: PlatformFile["profiles"] = {}): Profiles {
  const profiles = new Map<string, Profile>(BUILT_IN_NAMES.map((name) => [name, builtIn(name)]));
  for (const name of Object.keys(written)) {
    for (const next of unbuilt(name, written, profiles)) build(next, written, profiles);
  }
  return profiles;
}

function builtIn(name: BuiltInName): Profile {
  return { name, parent: undefined, base: name, own: BUILT_IN[name], settings: merge(DEFAULTS, BUILT_IN[name]) };
}

/** The profile and what it extends, as far as not built yet, from the bottom up. A chain can be long, so nothing recurses. */
function unbuilt(name: string, written: NonNullable<PlatformFile["profiles"]>, profiles: Profiles): string[] {
  const chain = new Set<string>();
  let next: string | undefined = name;
  while (next !== undefined && !profiles.has(next) && !chain.has(next)) {
    chain.add(next);
    next = Object.hasOwn(written, next) ? written[next]?.extends : undefined;
  }
  return [...chain].reverse();
}

function build(name: string, written: NonNullable<PlatformFile["profiles"]>, profiles: Map<string, Profile>): void {
  const profile = Object.hasOwn(written, name) ? written[name] : undefined;
  const parent = profile === undefined ? undefined : profiles.get(profile.extends);
  if (profile === undefined || parent === undefined) return;
  const { extends: _, ...own } = profile;
  profiles.set(name, { name, parent, base: parent.base, own, settings: merge(parent.settings, own) });
}
