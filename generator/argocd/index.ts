import type { Environment, Platform } from "../model/environment.ts";
import { environmentApplication } from "./application.ts";
import { notificationFiles } from "./notifications.ts";
import { environmentProject } from "./project.ts";
import { rootApplication, rootProject } from "./root.ts";

/** A file under `apps/`, before it is text. */
export interface AppFile {
  /** `apps/prod/application.yaml` */
  readonly path: string;
  /** The file a person edits to change this one, for the header: `overlays/prod/environment.yaml`. */
  readonly source: string;
  readonly value: object;
}

/**
 * What Argo CD reads: the root over everything, an Application with a project of its own for each environment, and beside them what
 * its notifications controller is told.
 */
export function buildApps(platform: Platform, environments: readonly Environment[]): readonly AppFile[] {
  const source = "gitops.yaml";
  const folders = environments.map(({ name }) => name).sort();
  return [
    { path: "apps/kustomization.yaml", source, value: kustomization(["root-project.yaml", "root.yaml", ...folders]) },
    { path: "apps/root-project.yaml", source, value: rootProject(platform) },
    { path: "apps/root.yaml", source, value: rootApplication(platform) },
    ...environments.flatMap((environment) => environmentFiles(platform, environment)),
    ...notificationFiles(platform),
  ];
}

function environmentFiles(platform: Platform, environment: Environment): AppFile[] {
  const folder = `apps/${environment.name}`;
  const source = `overlays/${environment.name}/environment.yaml`;
  return [
    { path: `${folder}/kustomization.yaml`, source, value: kustomization(["project.yaml", "application.yaml"]) },
    { path: `${folder}/project.yaml`, source, value: environmentProject(platform, environment) },
    { path: `${folder}/application.yaml`, source, value: environmentApplication(platform, environment) },
  ];
}

function kustomization(resources: readonly string[]) {
  return { apiVersion: "kustomize.config.k8s.io/v1beta1", kind: "Kustomization", resources };
}
