/** A request and its limit. */
type Range = readonly [request: string, limit: string];

/** Requests and limits of a container, written as they are compared. `disk` is its logs and scratch volumes, not its claims. */
export function between({ cpu, memory, disk }: { readonly cpu: Range; readonly memory: Range; readonly disk: Range }) {
  return {
    requests: { cpu: cpu[0], memory: memory[0], "ephemeral-storage": disk[0] },
    limits: { cpu: cpu[1], memory: memory[1], "ephemeral-storage": disk[1] },
  };
}
