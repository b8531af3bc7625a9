import * as z from "zod";
import { form } from "../form.ts";
import { problem } from "../problem.ts";
import { PROMOTES } from "./promotes.ts";

const NOT_PINNED = {
  message: "The tag latest names another image every day.",
  reason: "Nodes would run different versions, and a restart could be an upgrade.",
  remedy: "Name a version.",
};

/** `repository` names the registry where it is not Docker Hub. */
export const image = z
  .strictObject({
    repository: z
      .string()
      .max(255)
      .regex(
        /^[a-z0-9][a-z0-9.-]*(?::\d{1,5})?(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/,
        form("E_IMAGE", "Use registry/name without tag and digest: quay.io/minio/minio."),
      )
      .describe("Registry and name, without a tag: quay.io/minio/minio.")
      .register(PROMOTES),
    tag: z
      .string()
      .regex(/^\w[\w.-]{0,127}$/, form("E_IMAGE", "Use letters, digits, _, . and -."))
      .check((context) => {
        if (context.value === "latest") context.issues.push(problem("E_IMAGE", NOT_PINNED));
      })
      .describe("Version of the image. People read the tag; where a digest is given, nodes pull by the digest.")
      .register(PROMOTES),
    digest: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/, form("E_IMAGE", "Use sha256: and 64 hexadecimal digits, as `crane digest` prints it."))
      .describe("sha256:… of the image. Environments that matter pull by it.")
      .register(PROMOTES),
  })
  .partial();
