import type { Unit } from "../kubernetes/resource.ts";
import type { Environment } from "../model/environment.ts";

/**
 * One deployable: a pure function of an environment. It is called once with the shared settings, which gives `base/`,
 * and once for each environment; the overlay is the difference.
 */
export interface Component {
  readonly name: string;
  /** For the label `app.kubernetes.io/version` on object metadata; undefined where nothing of ours has a version. */
  readonly version: (environment: Environment) => string | undefined;
  /** Whether `base/` holds what it makes and overlays patch it; otherwise each overlay holds its own. */
  readonly isShared: boolean;
  /** The units that this environment runs; none when it does without the component. */
  readonly units: (environment: Environment) => readonly Unit[];
}
