import { expect, it } from "vitest";
import { requireSecret } from "../../generator/model/secrets.ts";
import { anEnvironment, aRequiredSecret } from "../support/environments.ts";

it("finds the Secret of a purpose among those that an environment needs", () => {
  const kafka = aRequiredSecret({ purpose: "kafka", name: "milvus-kafka" });
  const secrets = { ...anEnvironment().secrets, required: [aRequiredSecret(), kafka] };

  expect(requireSecret(secrets, "kafka")).toEqual(kafka);
});

it("takes a missing Secret for a bug", () => {
  expect(() => requireSecret(anEnvironment().secrets, "kafka")).toThrow("secrets.required lists no Secret of purpose kafka.");
});
