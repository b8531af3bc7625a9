import type { Finding } from "../errors.ts";
import type { LoadedFile } from "./load.ts";
import { finding } from "./place.ts";
import { BUILT_IN_NAMES, type Profiles } from "./profile.ts";
import type { PlatformFile } from "./schema/platform.ts";
import { shown } from "./shown.ts";
import { unknownReference } from "./unknown-reference.ts";

type WrittenProfiles = NonNullable<PlatformFile["profiles"]>;

/** Profiles with a taken name, and those whose `extends` never reaches a built-in profile. */
export function profileFindings(platform: LoadedFile<PlatformFile>): Finding[] {
  const written = platform.value.profiles ?? {};
  const inCircle = new Set<string>();
  return Object.keys(written).flatMap((name) => [
    ...takenName(platform, name),
    ...unknownParent(platform, written, name),
    ...circle(platform, written, { name, inCircle }),
  ]);
}

/** Names that an environment's `profile` and a profile's `extends` may say. */
export function profileNames(profiles: Profiles | WrittenProfiles): string[] {
  const names = profiles instanceof Map ? [...profiles.keys()] : Object.keys(profiles);
  return [...new Set([...BUILT_IN_NAMES, ...names])];
}

function takenName({ document }: LoadedFile<PlatformFile>, name: string): Finding[] {
  if (!isBuiltIn(name)) return [];
  return [
    finding(document.keyLocation(["profiles", name]), `profiles.${name}`, "E_DUP", {
      message: `${name} is a built-in profile.`,
      remedy: `Give yours another name, with extends: ${name}.`,
    }),
  ];
}

function unknownParent({ document }: LoadedFile<PlatformFile>, written: WrittenProfiles, name: string): Finding[] {
  const parent = written[name]?.extends ?? "";
  if (isBuiltIn(parent) || Object.hasOwn(written, parent)) return [];
  const text = unknownReference("profile", parent, profileNames(written));
  return [finding(document.locate(["profiles", name, "extends"]), `profiles.${name}.extends`, "E_REF", text)];
}

/** A circle is told once, at the first of its profiles. */
function circle(
  { document }: LoadedFile<PlatformFile>,
  written: WrittenProfiles,
  { name, inCircle }: { readonly name: string; readonly inCircle: Set<string> },
): Finding[] {
  const members = circleFrom(written, name);
  if (members.length === 0 || inCircle.has(name)) return [];
  for (const member of members) inCircle.add(member);
  const message =
    members.length === 1
      ? "The profile extends itself."
      : `The profiles ${members.map((member) => shown(member)).join(", ")} extend one another in a circle.`;
  const remedy = `Let one of them extend ${BUILT_IN_NAMES.join(" or ")}.`;
  return [finding(document.locate(["profiles", name, "extends"]), `profiles.${name}.extends`, "E_REF", { message, remedy })];
}

/** The profiles of the circle that leads from a profile back to it; none when it leads elsewhere. */
function circleFrom(written: WrittenProfiles, name: string): string[] {
  const chain = new Set<string>();
  let next = name;
  while (!chain.has(next) && !isBuiltIn(next) && Object.hasOwn(written, next)) {
    chain.add(next);
    next = written[next]?.extends ?? "";
  }
  return next === name ? [...chain] : [];
}

function isBuiltIn(name: string): boolean {
  return BUILT_IN_NAMES.some((builtIn) => builtIn === name);
}
