import type { KubernetesObject, Unit } from "../kubernetes/resource.ts";
import type { Component } from "./component.ts";

/** Volume names, separated by commas, whose files Velero does not copy (velero site/content/docs/main/file-system-backup.md). */
const LEFT_OUT = "backup.velero.io/backup-volumes-excludes";

/** What has this label is in no backup (velero pkg/apis/velero/v1/labels_annotations.go). */
const NOT_SAVED = { "velero.io/exclude-from-backup": "true" } as const;

interface Template {
  readonly metadata: { readonly annotations?: Readonly<Record<string, string>> };
  readonly spec: { readonly volumes?: readonly PodVolume[] };
}

interface PodVolume {
  readonly name: string;
  readonly emptyDir?: unknown;
  readonly ephemeral?: { readonly volumeClaimTemplate: { readonly metadata: { readonly labels: object } } };
}

/**
 * The component, whose pods tell Velero to leave out what ends with each of them. It would copy terabytes of caches, and a scratch
 * claim that it brings back belongs to no pod, so that the pod of its name never starts.
 */
export function leavingOutScratch(component: Component): Component {
  return {
    ...component,
    units: (environment) => {
      const units = component.units(environment);
      return environment.backup.velero ? units.map(annotated) : units;
    },
  };
}

function annotated(unit: Unit): Unit {
  return { ...unit, resources: unit.resources.map(({ file, object }) => ({ file, object: annotatedObject(object) })) };
}

/** Of what runs on. A Job comes to an end, and cannot be changed while it is there. */
function annotatedObject(object: KubernetesObject): KubernetesObject {
  if (object.kind !== "Deployment" && object.kind !== "StatefulSet") return object;
  const spec = object.spec as { readonly template: Template };
  return { ...object, spec: { ...spec, template: annotatedTemplate(spec.template) } };
}

function annotatedTemplate(template: Template): Template {
  const { metadata, spec } = template;
  const { volumes = [] } = spec;
  const scratch = volumes.filter(({ emptyDir, ephemeral }) => emptyDir !== undefined || ephemeral !== undefined);
  if (scratch.length === 0) return template;
  return {
    ...template,
    metadata: { ...metadata, annotations: { [LEFT_OUT]: scratch.map(({ name }) => name).join(), ...metadata.annotations } },
    spec: { ...spec, volumes: volumes.map(unsaved) },
  };
}

function unsaved(volume: PodVolume): PodVolume {
  if (volume.ephemeral === undefined) return volume;
  const { volumeClaimTemplate: claim, ...rest } = volume.ephemeral;
  const metadata = { ...claim.metadata, labels: { ...claim.metadata.labels, ...NOT_SAVED } };
  return { ...volume, ephemeral: { ...rest, volumeClaimTemplate: { ...claim, metadata } } };
}
