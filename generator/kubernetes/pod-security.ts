/**
 * The numeric user of an image. `why` is set where a scanner's rule (a user and group of 10001 or more) cannot be met.
 */
export interface ImageUser {
  readonly uid: number;
  readonly gid: number;
  readonly why: string;
}

/** The pod half of Pod Security "restricted", for all containers of the pod. */
export function podSecurityContext(user: ImageUser) {
  return {
    fsGroup: user.gid,
    fsGroupChangePolicy: "OnRootMismatch" as const,
    runAsGroup: user.gid,
    runAsNonRoot: true,
    runAsUser: user.uid,
    seccompProfile: { type: "RuntimeDefault" as const },
  };
}

/** The container half of Pod Security "restricted". */
export function containerSecurityContext(readOnlyRootFilesystem: boolean) {
  return {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ["ALL"] },
    privileged: false,
    readOnlyRootFilesystem,
    runAsNonRoot: true,
  };
}
