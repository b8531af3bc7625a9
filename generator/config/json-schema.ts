import * as z from "zod";
import { EnvironmentFile } from "./schema/environment.ts";
import { PlatformFile } from "./schema/platform.ts";

/** JSON Schemas for editors: they complete and check `environment.yaml` and `gitops.yaml` while a person types. */
export const JSON_SCHEMAS: Readonly<Record<"environment" | "platform", object>> = {
  environment: jsonSchema("Environment", "overlays/<environment>/environment.yaml", EnvironmentFile),
  platform: jsonSchema("Platform", "gitops.yaml", PlatformFile),
};

/** Draft 7, because the YAML language server knows no later one in full; the input side is what people write. */
function jsonSchema(title: string, description: string, schema: z.ZodType): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-7", io: "input", reused: "inline" });
  return { $schema, title, description, ...rest };
}
