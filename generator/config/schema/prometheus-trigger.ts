import * as z from "zod";
import { form } from "../form.ts";

/** A question to Prometheus whose answer is shared among the pods, `threshold` to each. */
export const prometheusTrigger = z.strictObject({
  query: z
    .string()
    .min(1)
    .max(2000)
    .regex(
      /^\s*[\w({"+-][\s\S]*$/,
      form("E_RANGE", 'Use a query of PromQL: sum(rate(milvus_proxy_req_count{status="total"}[5m])).'),
    )
    .describe("A query of PromQL that answers with one number, for all pods together."),
  threshold: z.number().min(0.001).max(1e12).describe("How much of that number one pod shall have."),
  serverAddress: z
    .string()
    .max(500)
    .regex(
      /^https?:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?:\/[\w.~/-]*[\w.~-])?$/,
      form("E_URL", "Use http://host:port, without a user, a query and a / at the end: http://prometheus.monitoring:9090."),
    )
    .describe("Where KEDA finds Prometheus, or what answers as it does."),
});
