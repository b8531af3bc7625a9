import type { PlatformFile } from "../../generator/config/index.ts";
import type { KubernetesObject } from "../../generator/kubernetes/resource.ts";
import { loggingResources } from "../../generator/logging/index.ts";
import type { Logging } from "../../generator/model/environment.ts";
import { resolvePlatform } from "../../generator/model/resolve/index.ts";
import { anEnvironment } from "../support/environments.ts";
import { PLATFORM } from "../support/repository.ts";

type Settings = NonNullable<NonNullable<PlatformFile["addons"]>["logging"]>;

/** What gitops.yaml asks for with these words. */
export function aLogging(settings: Settings = {}, images: PlatformFile["images"] = {}): Logging {
  const { logging } = resolvePlatform({ ...PLATFORM, images, addons: { logging: settings } });
  if (logging === undefined) throw new Error("There is no logging.");
  return logging;
}

export function loggingObjects(settings: Settings = {}, images: PlatformFile["images"] = {}): KubernetesObject[] {
  return loggingResources(aLogging(settings, images), [anEnvironment()]).map(({ object }) => object);
}

export function find(objects: readonly KubernetesObject[], kind: string, name: string): KubernetesObject {
  const found = objects.find((object) => object.kind === kind && object.metadata.name.startsWith(name));
  if (found === undefined) throw new Error(`There is no ${kind} ${name}.`);
  return found;
}
