/** A program and all that it starts: it leads a process group, whose number is its own. */
export interface Group {
  pid: number | undefined;
}

const running = new Set<Group>();
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * To be called before the program is started, which may run before `spawn` returns. Until the group is closed, it ends with
 * this process when that is interrupted; a group of its own does not see Ctrl-C.
 */
export function openGroup(): Group {
  if (running.size === 0) for (const signal of SIGNALS) process.on(signal, endAll);
  const group: Group = { pid: undefined };
  running.add(group);
  return group;
}

export function closeGroup(group: Group): void {
  running.delete(group);
  if (running.size === 0) for (const signal of SIGNALS) process.off(signal, endAll);
}

export function endGroup({ pid }: Group): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** Afterwards the signal does to this process what it does without a handler. */
function endAll(signal: NodeJS.Signals): void {
  for (const group of running) {
    endGroup(group);
    closeGroup(group);
  }
  process.kill(process.pid, signal);
}
