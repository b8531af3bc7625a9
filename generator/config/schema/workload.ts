import * as z from "zod";
import { problem } from "../problem.ts";
import { annotations, cpu, foreignLabels, labels, objectName, quantity } from "./text.ts";

const resourceList = z.strictObject({ cpu, memory: quantity, "ephemeral-storage": quantity }).partial();

export const resources = z.strictObject({ requests: resourceList, limits: resourceList }).partial();

/** The API server says no to the whole pod. */
const REFUSED = "Kubernetes refuses such a toleration.";

/** A toleration as in a pod. */
const toleration = z
  .strictObject({
    key: z.string().min(1).max(317),
    operator: z.enum(["Exists", "Equal"]),
    value: z.string().max(63),
    effect: z.enum(["NoSchedule", "PreferNoSchedule", "NoExecute"]),
    tolerationSeconds: z.int().min(0),
  })
  .partial()
  .check((context) => {
    const { key, operator, value, effect, tolerationSeconds } = context.value;
    const refuse = (field: string, message: string, remedy: string) =>
      context.issues.push(problem("E_UNUSED", { message, reason: REFUSED, remedy }, [field]));
    if (operator === "Exists" && value !== undefined) refuse("value", "Exists takes no value.", "Remove it, or use Equal.");
    if (operator !== "Exists" && key === undefined) refuse("operator", "Without a key only Exists is allowed.", "Add a key.");
    if (tolerationSeconds !== undefined && effect !== "NoExecute")
      refuse("tolerationSeconds", "Only NoExecute takes seconds.", "Remove it, or set effect: NoExecute.");
  });

/** What every workload can be told; spread into the object of a role or component. */
export const workload = {
  replicas: z.int().min(1).max(1000).describe("Number of pods."),
  resources: resources.describe("Requests and limits of the container."),
  nodeSelector: foreignLabels.describe("Labels that a node must have."),
  tolerations: z.array(toleration).max(32).describe("Taints of nodes that the pods put up with."),
  priorityClassName: objectName.describe("A PriorityClass of the cluster."),
  labels: labels.describe("Extra labels of the workload and its pods."),
  annotations: annotations.describe("Extra annotations of the workload and its pods."),
} as const;

export const volume = z
  .strictObject({
    size: quantity.describe(
      "Size of the volume of each pod. It can never shrink, and only grows if the storage class allows it.",
    ),
    storageClass: objectName.describe("Storage class. Without one the cluster's default is taken."),
  })
  .partial();
