import { kubectl, tryKubectl } from "../../support/kubectl.ts";
import { type LiveObject, listObjects } from "../../support/live-object.ts";

interface StorageClass extends LiveObject {
  readonly metadata: LiveObject["metadata"] & { readonly annotations?: { readonly [key: string]: string } };
}

/** What the environments name and belongs to the cluster, each as kubectl writes it. */
const CLASSES = ["storageclass/ssd", "storageclass/local-nvme", "priorityclass/vectors", "runtimeclass/nvidia"];

/** Those that the cluster lacks. */
export async function missingClasses(): Promise<string[]> {
  const answers = await Promise.all(CLASSES.map((reference) => tryKubectl(["get", reference])));
  return CLASSES.filter((_, index) => answers[index]?.code !== 0);
}

/** Makes one as an administrator of the cluster would. */
export async function makeClass(reference: string): Promise<void> {
  const [kind, name = ""] = reference.split("/");
  await kubectl(["create", "-f", "-"], JSON.stringify(await classOf(kind, { name })));
}

async function classOf(kind: string | undefined, metadata: { readonly name: string }): Promise<object> {
  switch (kind) {
    case "priorityclass":
      return { apiVersion: "scheduling.k8s.io/v1", kind: "PriorityClass", metadata, value: 1000 };
    case "runtimeclass":
      return { apiVersion: "node.k8s.io/v1", kind: "RuntimeClass", metadata, handler: "runc" };
    default:
      return { ...(await defaultStorageClass()), metadata };
  }
}

async function defaultStorageClass(): Promise<StorageClass> {
  const isDefault = "storageclass.kubernetes.io/is-default-class";
  const found = (await listObjects<StorageClass>("storageclasses")).find(
    ({ metadata }) => metadata.annotations?.[isDefault] === "true",
  );
  if (found === undefined) throw new Error("The cluster has no default storage class, which the proofs copy.");
  return found;
}
