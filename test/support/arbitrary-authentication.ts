import fc from "fast-check";
import type { Settings } from "../../generator/config/schema/settings.ts";

type Authentication = NonNullable<Settings["authentication"]>;

/** Clients who sign in or not; always said, because the Secrets that it needs follow from it. */
export const anyAuthentication: fc.Arbitrary<Authentication> = fc.constantFrom<Authentication>(
  { milvus: { enabled: false } },
  { milvus: { enabled: true } },
  { milvus: { enabled: true, superUsers: ["ann", "bob"] } },
);
