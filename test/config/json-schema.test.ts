import { describe, expect, it } from "vitest";
import { JSON_SCHEMAS } from "../../generator/config/json-schema.ts";

describe("JSON_SCHEMAS", () => {
  it("are strict schemas of draft 7 that name what people must write", () => {
    expect(JSON_SCHEMAS.environment).toMatchObject({
      $schema: "http://json-schema.org/draft-07/schema#",
      title: "Environment",
      required: ["apiVersion", "kind", "profile"],
      additionalProperties: false,
    });
    expect(JSON_SCHEMAS.platform).toMatchObject({
      title: "Platform",
      required: ["apiVersion", "kind", "repository", "argocd"],
      additionalProperties: false,
    });
  });

  it("carry descriptions, choices and forms for the editor", () => {
    expect(JSON_SCHEMAS.environment).toMatchObject({
      properties: {
        etcd: {
          additionalProperties: false,
          properties: {
            replicas: { type: "integer", description: "Members: 1 for development, 3 or 5 for a quorum." },
            image: { properties: { digest: { pattern: "^sha256:[0-9a-f]{64}$" } } },
          },
        },
        exposure: { properties: { type: { enum: ["ClusterIP", "NodePort", "LoadBalancer", "Ingress", "Gateway"] } } },
      },
    });
  });
});
