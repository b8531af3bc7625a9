import { KEEP } from "../../kubernetes/metadata.ts";
import { SECRETS } from "../../model/identities.ts";
import { commonLabels } from "../../model/labels.ts";

/**
 * The Secret that a controller makes. Without a template External Secrets copies Argo CD's tracking annotation onto it, and the
 * Secret would look like an object that is in Git no longer: hence labels of its own, and the guards.
 */
export function secretTemplate() {
  return { type: "Opaque", metadata: { labels: commonLabels(SECRETS), annotations: { ...KEEP } } };
}
