/**
 * The order in which people read a Kubernetes object: kyaml's (`kyaml/yaml/order.go`), and fields that it does not know where they
 * belong. What is in no list comes last, by name.
 */
const ORDER: ReadonlyMap<string, number> = new Map(
  [
    [
      "$patch",
      "name",
      "namespace",
      "apiVersion",
      "group",
      "kind",
      "metadata",
      "type",
      "alert",
      "expr",
      "for",
      "labels",
      "annotations",
      "spec",
      "data",
    ],
    [
      "schedule",
      "timeZone",
      "concurrencyPolicy",
      "startingDeadlineSeconds",
      "successfulJobsHistoryLimit",
      "failedJobsHistoryLimit",
    ],
    ["jobTemplate", "activeDeadlineSeconds", "backoffLimit"],
    ["podSelector", "policyTypes", "ingress", "egress", "from", "to", "matchLabels", "matchExpressions"],
    ["replicas", "selector", "serviceName", "podManagementPolicy", "updateStrategy", "strategy", "minReadySeconds"],
    ["revisionHistoryLimit", "progressDeadlineSeconds", "persistentVolumeClaimRetentionPolicy", "template"],
    [
      "volumeClaimTemplates",
      "accessModes",
      "storageClassName",
      "restartPolicy",
      "terminationGracePeriodSeconds",
      "serviceAccountName",
    ],
    ["automountServiceAccountToken", "enableServiceLinks", "priorityClassName", "nodeSelector", "initContainers", "containers"],
    ["volumes", "image", "imagePullPolicy", "command", "args", "ports", "env", "resources", "volumeMounts", "startupProbe"],
    ["livenessProbe", "readinessProbe", "lifecycle", "securityContext", "imagePullSecrets", "affinity"],
    ["topologySpreadConstraints", "tolerations", "clusterIP", "publishNotReadyAddresses", "httpGet", "tcpSocket", "exec"],
    ["path", "protocol", "port", "targetPort"],
    ["containerPort", "nodePort", "mountPath", "subPath", "readOnly", "value", "valueFrom", "key", "requests", "limits"],
  ]
    .flat()
    .map((field, index) => [field, index]),
);

/** The same object with its fields in reading order, at every depth. Lists keep their order. */
export function orderFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(orderFields);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b) || compareText(a, b));
  return Object.fromEntries(entries.map(([key, item]) => [key, orderFields(item)]));
}

function rank(field: string): number {
  return ORDER.get(field) ?? ORDER.size;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
