import type { Addon, Environment, Platform } from "../model/environment.ts";
import { addonApplication, addonProject } from "./addon.ts";
import { environmentApplication } from "./application.ts";
import { LOGGING_NAME, loggingApplication, loggingProject } from "./logging.ts";
import { addonName } from "./names.ts";
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
  const addons = [...platform.addons.flatMap((addon) => addonFiles(platform, addon)), ...loggingFiles(platform)];
  const resources = ["root-project.yaml", "root.yaml", ...addons.map(({ path }) => path.slice("apps/".length)), ...folders];
  return [
    { path: "apps/kustomization.yaml", source, value: kustomization(resources) },
    { path: "apps/root-project.yaml", source, value: rootProject(platform) },
    { path: "apps/root.yaml", source, value: rootApplication(platform) },
    ...addons,
    ...environments.flatMap((environment) => environmentFiles(platform, environment)),
    ...notificationFiles(platform),
  ];
}

/** Beside the root, not in a folder: every folder is an environment's. */
function addonFiles(platform: Platform, addon: Addon): AppFile[] {
  const source = "gitops.yaml";
  const path = `apps/${addonName(addon.name)}`;
  return [
    { path: `${path}-project.yaml`, source, value: addonProject(platform, addon) },
    { path: `${path}.yaml`, source, value: addonApplication(platform, addon) },
  ];
}

function loggingFiles(platform: Platform): AppFile[] {
  const { logging } = platform;
  if (logging === undefined) return [];
  const source = "gitops.yaml";
  return [
    { path: `apps/${LOGGING_NAME}-project.yaml`, source, value: loggingProject(platform, logging) },
    { path: `apps/${LOGGING_NAME}.yaml`, source, value: loggingApplication(platform, logging) },
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
