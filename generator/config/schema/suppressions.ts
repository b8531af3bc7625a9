import * as z from "zod";
import { form } from "../form.ts";

const name = z
  .string()
  .regex(/^[a-z][a-z0-9-]{2,62}$/, form("E_NAME", "Use the name that `npm run validate` shows: service-selects-pods."));
const object = z
  .string()
  .max(400)
  .regex(
    /^[A-Z]\w+ \S+$/,
    form("E_NAME", "Use kind, namespace and name, as `npm run validate` shows them: Service milvus-prod/etcd."),
  );

/** Broken invariants that are accepted, one object each. */
export const suppressions = z
  .array(
    z.strictObject({
      invariant: name.describe("The invariant, as `npm run validate` names it."),
      object: object.describe("The object, as `npm run validate` names it: Service milvus-prod/etcd."),
      reason: z.string().min(10).max(500).describe("Why it is right here. Reviewers read it."),
    }),
  )
  .max(256);
