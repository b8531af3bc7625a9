import type { Finding, Location } from "../errors.ts";
import type { Path } from "./locate.ts";
import type { Profile } from "./profile.ts";
import type { EnvironmentFile } from "./schema/environment.ts";
import type { PlatformFile } from "./schema/platform.ts";
import type { Settings } from "./schema/settings.ts";

/** What people wrote, read and merged. */
export interface Config {
  readonly platform: PlatformFile;
  /** Where a value stands in gitops.yaml, or what is nearest to it. */
  readonly locatePlatform: (path: Path) => Location;
  /** Those that could be read; the others are in the findings. */
  readonly environments: readonly EnvironmentConfig[];
  /** Whether `environments` are all that there are, so that "no environment does" can be said. */
  readonly isComplete: boolean;
}

export interface EnvironmentConfig {
  readonly name: string;
  /** As written. */
  readonly file: EnvironmentFile;
  readonly profile: Profile;
  /** Defaults, the profile and the file, merged. */
  readonly settings: Settings;
  readonly hasCustom: boolean;
  /** Which layer the merged value comes from. */
  readonly origin: (path: Path) => Origin;
  /** Where a person changes the merged value. The first question about a file reads it again, so only findings ask. */
  readonly place: (path: Path) => Place;
  readonly locate: (path: Path) => Location;
}

export interface Origin {
  readonly saidBy: "environment" | "profile" | "built-in";
  /** The profile of gitops.yaml that says it. */
  readonly profile: string | undefined;
}

/** A merged value in the file that says it. A value that no file says belongs into the environment's own. */
export interface Place {
  readonly location: Location;
  /** The field as that file has it: `profiles.big.etcd.replicas`. */
  readonly field: string;
}

/** All problems of all files. With an error among them nothing may be written, however much could be read. */
export interface Loaded {
  /** Undefined when the platform file could not be read. */
  readonly config: Config | undefined;
  readonly findings: readonly Finding[];
}
