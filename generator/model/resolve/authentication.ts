import type { Authentication } from "../environment.ts";
import type { Section } from "./settings.ts";
import { take } from "./take.ts";

/** Who has to sign in. */
export function resolveAuthentication(authentication: Section<"authentication">): Authentication {
  const { milvus, pulsar, etcd } = take("authentication", authentication, "milvus", "pulsar", "etcd");
  return {
    milvus: take("authentication.milvus", milvus, "enabled", "superUsers"),
    pulsar: take("authentication.pulsar", pulsar, "enabled", "enforced"),
    etcd: take("authentication.etcd", etcd, "enabled", "enforced"),
  };
}
