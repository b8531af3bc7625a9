import type { Invariant, RepositoryTree } from "../invariant.ts";
import { isMap } from "../read-as.ts";
import { inWorkflows, type Workflow } from "./workflow.ts";

/** A tag can be moved to another commit, as those of tj-actions/changed-files were in March 2025 (CVE-2025-30066). */
export const actionsPinned: Invariant<RepositoryTree> = {
  name: "actions-pinned",
  code: "E_VERSION",
  severity: "error",
  reason: "A tag or a branch can be moved to another commit, which then runs here.",
  remedy: "Write the commit, 40 hexadecimal digits, behind the @, and an image's digest.",
  find: inWorkflows((workflow) =>
    usedActions(workflow)
      .filter((action) => !isLocal(action) && !isPinned(action))
      .map((action) => `It uses ${action}.`),
  ),
};

/** Dependabot reads the comment and raises both together. */
export const pinsNameVersions: Invariant<RepositoryTree> = {
  name: "pins-name-versions",
  code: "E_VERSION",
  severity: "error",
  reason: "Nobody can see from a commit which version it is, and whether it is old.",
  remedy: "Write the version behind it: # v4.2.2.",
  find: inWorkflows((workflow) => {
    const named = [...workflow.text.matchAll(/uses:\s*["']?(\S+?)["']?\s+#\s*v?\d\S*/g)].map(([, action]) => action);
    return usedActions(workflow)
      .filter((action) => /@[0-9a-f]{40}$/.test(action) && !named.includes(action))
      .map((action) => `It uses ${action} without its version.`);
  }),
};

export const workflowImagesPinned: Invariant<RepositoryTree> = {
  name: "workflow-images-pinned",
  code: "E_IMAGE",
  severity: "error",
  reason: "A tag can be moved to another image, which then runs here.",
  remedy: "Write the digest behind the image: @sha256:….",
  find: inWorkflows(({ jobs }) =>
    jobs
      .flatMap(({ fields: { container, services } }) => [container, ...(isMap(services) ? Object.values(services) : [])])
      .flatMap((container) => imageOf(container) ?? [])
      .filter((image) => !isPinned(image))
      .map((image) => `It runs the image ${image}.`),
  ),
};

function imageOf(container: unknown): string | undefined {
  const image = isMap(container) ? container.image : container;
  return typeof image === "string" ? image : undefined;
}

/** Of steps, and of jobs that are workflows elsewhere. */
function usedActions({ jobs, steps }: Workflow): string[] {
  const uses = [...jobs, ...steps].map(({ fields }) => fields.uses);
  return [...new Set(uses.filter((action) => typeof action === "string"))];
}

function isLocal(action: string): boolean {
  return action.startsWith("./");
}

/** An action by its commit, an image by its digest. */
function isPinned(action: string): boolean {
  return /@(?:[0-9a-f]{40}|sha256:[0-9a-f]{64})$/.test(action);
}
