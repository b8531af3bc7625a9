import type { Attu, AttuExposure, Family } from "../environment.ts";
import { ATTU_TAGS } from "../images.ts";
import { type Mirrors, resolveImage } from "./images.ts";
import { CONTROLLER_NAMESPACES } from "./network.ts";
import type { Section } from "./settings.ts";
import { take } from "./take.ts";
import { resolveWorkload } from "./workload.ts";

type AttuSettings = Section<"attu">;

/** The console for a family of Milvus, if the environment has one. */
export function resolveAttu(attu: AttuSettings, family: Family, mirrors: Mirrors): Attu | undefined {
  const { enabled, image, exposure } = take("attu", attu, "enabled", "image", "exposure");
  if (!enabled) return undefined;
  return {
    ...resolveWorkload("attu", { ...attu, replicas: 1 }),
    image: resolveImage("attu.image", { tag: ATTU_TAGS[family], ...image }, mirrors),
    exposure: resolveExposure(exposure),
  };
}

/** The controller is looked for where its own documentation puts it. */
function resolveExposure(exposure: NonNullable<AttuSettings["exposure"]>): AttuExposure {
  const { type } = take("attu.exposure", exposure, "type");
  if (type === "ClusterIP") return { type };
  const known = take("attu.exposure", exposure, "controller", "host", "tlsSecretName", "annotations");
  return {
    type,
    ...known,
    className: exposure.className ?? known.controller,
    controllerNamespace: exposure.controllerNamespace ?? CONTROLLER_NAMESPACES[known.controller],
  };
}
