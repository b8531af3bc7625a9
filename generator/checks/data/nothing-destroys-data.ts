import { type EnvironmentTree, type Invariant, type Violation, violation } from "../invariant.ts";
import { configTexts } from "../references/texts.ts";
import { type Container, containersOf, type PodOwner, podOwners } from "../workload.ts";
import { destructiveCommands } from "./destructive-commands.ts";

/** In commands, arguments, variables, probes, hooks and the files of ConfigMaps. */
export const nothingDestroysData: Invariant<EnvironmentTree> = {
  name: "nothing-destroys-data",
  code: "E_STORAGE",
  severity: "error",
  reason: "A command in a manifest runs again at every restart, where nobody looks on.",
  remedy: "Take it out, and do by hand, with a backup, what must be done once.",
  find: ({ objects }) => [
    ...podOwners(objects).flatMap(inContainers),
    ...configTexts(objects).flatMap(({ object, text }) =>
      destructiveCommands(text, []).map((command) => violation(object, `${command}.`)),
    ),
  ],
};

function inContainers(owner: PodOwner): Violation[] {
  return containersOf(owner.pod).flatMap((container) =>
    destructiveCommands(textOf(container), claimedFolders(container, owner)).map((command) =>
      violation(owner.object, `Container ${container.name}: ${command}.`),
    ),
  );
}

/** A line for each command, whose words belong together as in `["shell", "bookieformat"]`, and for each variable. */
function textOf(container: Container): string {
  const { command = [], args = [], env = [], lifecycle, startupProbe, livenessProbe, readinessProbe } = container;
  const handlers = [lifecycle?.postStart, lifecycle?.preStop, startupProbe, livenessProbe, readinessProbe];
  return [
    [...command, ...args].join(" "),
    ...handlers.map((handler) => (handler?.exec?.command ?? []).join(" ")),
    ...env.map(({ name, value = "" }) => `${name}=${value}`),
  ].join("\n");
}

function claimedFolders({ volumeMounts = [] }: Container, { claims }: PodOwner): string[] {
  return volumeMounts.filter(({ name }) => claims.includes(name)).map(({ mountPath }) => mountPath);
}
