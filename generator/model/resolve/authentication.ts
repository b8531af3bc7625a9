import type { Authentication } from "../environment.ts";
import type { Section } from "./settings.ts";
import { take } from "./take.ts";

/** Who has to sign in. */
export function resolveAuthentication(authentication: Section<"authentication">): Authentication {
  const { milvus, pulsar } = take("authentication", authentication, "milvus", "pulsar");
  return {
    milvus: take("authentication.milvus", milvus, "enabled", "superUsers"),
    pulsar: take("authentication.pulsar", pulsar, "enabled", "enforced"),
  };
}
