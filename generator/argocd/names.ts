/** The Application over all others, and its AppProject. No environment may be called `root`. */
export const ROOT_NAME = "milvus-root";

/** The name of an environment's Application and of its AppProject; all of them share Argo CD's one namespace. */
export function applicationName(environment: string): string {
  return `milvus-${environment}`;
}

/** Of an add-on's Application and its AppProject; no environment's begins so. */
export function addonName(addon: string): string {
  return `addon-${addon}`;
}
