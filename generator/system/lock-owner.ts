import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { systemCode } from "./file-failure.ts";

/** Who holds a lock. `started` tells two processes apart that had the same number, also across a restart of the machine. */
export interface LockOwner {
  readonly pid: number;
  readonly host: string;
  readonly started: string;
}

export function thisProcess(): LockOwner {
  return { pid: process.pid, host: hostname(), started: startOf(process.pid) };
}

/** Of a process on another host nothing can be known, so it counts as alive. */
export function isAlive(owner: LockOwner): boolean {
  if (owner.host !== hostname()) return true;
  return exists(owner.pid) && owner.started === startOf(owner.pid);
}

/** Undefined for what no run wrote. */
export function parseLockOwner(text: string): LockOwner | undefined {
  const [, pid = "", host = "", started = ""] = /^pid (\d+) on (\S+) (\S+)\n$/.exec(text) ?? [];
  return pid === "" ? undefined : { pid: Number(pid), host, started };
}

export function renderLockOwner({ pid, host, started }: LockOwner): string {
  return `pid ${pid} on ${host} ${started}\n`;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === "EPERM";
  }
}

/** The boot of the machine and the ticks since then, where the system tells (Linux); elsewhere the number alone counts. */
function startOf(pid: number): string {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    // The second field is the name in brackets and may hold blanks; the start is the 22nd field.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)/s, "").trim().split(" ");
    return `${boot}/${fields[19] ?? ""}`;
  } catch {
    return "unknown";
  }
}
