const GIBIBYTE = 2 ** 30;

/** etcd looks at its quota before it writes, and so may go a little beyond it. */
const ROOM = 1.25;

/** Whole gibibytes of the scratch volume that a snapshot of a full etcd fits on. */
export function snapshotGibibytes(quotaBackendBytes: number): number {
  return Math.ceil((quotaBackendBytes * ROOM) / GIBIBYTE);
}
