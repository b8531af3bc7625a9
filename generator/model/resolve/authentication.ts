import type { Authentication } from "../environment.ts";
import type { Section } from "./settings.ts";
import { take } from "./take.ts";

/** Who has to sign in. */
export function resolveAuthentication(authentication: Section<"authentication">): Authentication {
  const { milvus } = take("authentication", authentication, "milvus");
  return { milvus: take("authentication.milvus", milvus, "enabled", "superUsers") };
}
