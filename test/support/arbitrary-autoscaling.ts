import fc from "fast-check";
import type { Settings } from "../../generator/config/schema/settings.ts";
import type { RoleName } from "../../generator/model/environment.ts";

type Scalable = NonNullable<NonNullable<NonNullable<Settings["milvus"]>["roles"]>["queryNode"]>;

/** The roles whose pods an autoscaler may count. */
export const SCALABLE: ReadonlySet<RoleName> = new Set<RoleName>(["proxy", "queryNode", "dataNode", "indexNode"]);

/** With or without an autoscaler; one that is told its least does without another number. */
export const anyAutoscaling: fc.Arbitrary<Pick<Scalable, "autoscaling" | "replicas">> = fc.constantFrom<
  Pick<Scalable, "autoscaling" | "replicas">[]
>(
  {},
  {},
  { autoscaling: { enabled: false } },
  { autoscaling: { enabled: true, maxReplicas: 9, cpu: 60 } },
  { replicas: 3, autoscaling: { enabled: true, maxReplicas: 6, cpu: 60, memory: 80 } },
  { replicas: 2, autoscaling: { enabled: true, by: "keda", maxReplicas: 6, memory: 80 } },
  {
    autoscaling: {
      enabled: true,
      by: "keda",
      maxReplicas: 9,
      prometheus: [{ query: 'sum(rate(a{b="c: d"}[5m]))', threshold: 0.5, serverAddress: "http://prometheus.monitoring:9090" }],
    },
  },
);
