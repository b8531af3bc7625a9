import type { Invariant, PlatformTree } from "../invariant.ts";
import { inApplications } from "./find.ts";

export const emptyFolderPrunesNothing: Invariant<PlatformTree> = {
  name: "empty-folder-prunes-nothing",
  code: "E_STORAGE",
  severity: "error",
  reason: "With allowEmpty a commit that renders to nothing deletes the whole environment.",
  remedy: "Set automated.allowEmpty: false.",
  find: inApplications(({ spec: { syncPolicy } }) =>
    syncPolicy?.automated?.allowEmpty === true ? ["It prunes everything when its folder is empty."] : [],
  ),
};

/** Argo CD's default of five holds only where `retry` is absent: without a limit in it there is no retry (argo-cd#11494). */
export const retriesBounded: Invariant<PlatformTree> = {
  name: "retries-bounded",
  code: "E_RANGE",
  severity: "error",
  reason:
    "Argo CD takes a missing limit for none and a negative one for no end, and without a pause it hammers the API server.",
  remedy: "Set retry.limit to 0 or more, and retry.backoff.",
  find: inApplications(({ spec: { syncPolicy } }) => {
    const { limit, backoff } = syncPolicy?.retry ?? {};
    return [
      ...(limit === undefined ? ["It does not say how often a sync is tried again."] : []),
      ...(limit !== undefined && limit < 0 ? [`It tries a sync ${limit} times more, which is without end.`] : []),
      ...(backoff === undefined ? ["It does not say how long it waits between two tries."] : []),
    ];
  }),
};
