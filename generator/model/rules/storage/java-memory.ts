import type { Jvm, Workload } from "../../environment.ts";
import { javaWorkloads, type Part } from "../parts.ts";
import { error, type Problem } from "../problem.ts";
import { formatBytes, parseJavaMemory, parseQuantity } from "../quantity.ts";
import type { Rule } from "../rule.ts";

/** Classes, threads and compiled code, bytes: an idle broker of Pulsar 3.3.6 took 170 MiB beside a heap of 256 MiB. */
const BESIDE_HEAP = 256 * 2 ** 20;

/** A Java process takes what it was given; above the limit of its container it is killed in the middle of its work. */
export const javaMemory: Rule = ({ environment }) => javaWorkloads(environment.messageQueue).flatMap(tooSmall);

function tooSmall({ field, value }: Part<Workload & { readonly jvm: Jvm }>): Problem[] {
  const { heap, directMemory } = value.jvm;
  const limit = value.resources.limits.memory;
  const needed = parseJavaMemory(heap) + parseJavaMemory(directMemory) + BESIDE_HEAP;
  if (needed <= parseQuantity(limit)) return [];
  return [
    error(`${field}.resources.limits.memory`, "E_STORAGE", {
      message: `${limit} do not hold a heap of ${heap} and direct memory of ${directMemory}.`,
      reason: `With what Java needs beside them that is ${formatBytes(needed)}; the process would be killed in the middle of its work.`,
      remedy: `Use at least ${formatBytes(needed)}, or lower ${field}.jvm.`,
    }),
  ];
}
