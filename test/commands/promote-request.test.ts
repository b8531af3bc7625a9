import { describe, expect, it } from "vitest";
import { type PromotionRequest, requestedPromotion, requireRequest } from "../../generator/commands/promote-request.ts";

const ORDER = ["dev", "staging", "prod"];
const NAME =
  "Name the environment that the change ran in with --from, or the one that gets it with --to. On a terminal, `npm run promote` asks.";
const WAY = "A change travels in this order: dev, staging, prod.";

describe("requestedPromotion", () => {
  it.each<{ request: PromotionRequest; from: string; to: string }>([
    { request: { from: "dev" }, from: "dev", to: "staging" },
    { request: { to: "prod" }, from: "staging", to: "prod" },
    { request: { from: "dev", to: "staging" }, from: "dev", to: "staging" },
  ])("finds the neighbour in the order for $request", ({ request, from, to }) => {
    expect(requestedPromotion(request, ORDER)).toEqual({ from, to, only: [] });
  });

  it.each([["milvus"], ["milvus.version"], ["milvus.config"], ["milvus.config.proxy.maxTaskNum"], ['milvus.config["a.b"]']])(
    "takes %s for something that promotes",
    (only) => {
      const request = { from: "dev", only: [only] };

      expect(() => requireRequest(request)).not.toThrow();
      expect(requestedPromotion(request, ORDER).only).toEqual([only]);
    },
  );

  it.each(["milvus.roles.proxy.replicas", "milvus.versio", "milvus.version.major", "", "owners"])(
    "refuses %j and lists what promotes",
    (only) => {
      const refusal = refusalOf({ only: ["milvus.version", only] });

      expect(refusal.message).toBe(`--only ${only}: that does not promote.`);
      expect(refusal.remedy).toContain("milvus.version, ");
    },
  );

  it.each<{ request: PromotionRequest; order?: string[]; message: string; remedy: string }>([
    { request: { from: "dev", to: "prod" }, message: '"prod" does not come next after dev.', remedy: WAY },
    { request: { from: "staging", to: "dev" }, message: '"dev" does not come next after staging.', remedy: WAY },
    { request: { from: "prod" }, message: "Nothing follows prod.", remedy: WAY },
    { request: { from: "qa" }, message: '"qa" takes no part in promotion.', remedy: WAY },
    { request: { to: "qa" }, message: '"qa" takes no part in promotion.', remedy: WAY },
    { request: { from: "dev", to: "qa" }, message: '"qa" takes no part in promotion.', remedy: WAY },
    { request: { to: "dev" }, message: "Nothing comes before dev.", remedy: WAY },
    { request: {}, message: "It is not said from where to where.", remedy: NAME },
    { request: { only: ["milvus.version"] }, message: "It is not said from where to where.", remedy: NAME },
    {
      request: { from: "dev" },
      order: ["dev"],
      message: "gitops.yaml names no two environments under promotion.",
      remedy: "Write there in which order a change travels.",
    },
  ])("refuses $request", ({ request, order, message, remedy }) => {
    expect(refusalOf(request, order)).toMatchObject({ code: "E_OPTION", exitCode: 2, message, remedy });
  });
});

function refusalOf(request: PromotionRequest, order: readonly string[] = ORDER) {
  try {
    requireRequest(request);
    requestedPromotion(request, order);
  } catch (error) {
    return error as { readonly message: string; readonly remedy: string };
  }
  throw new Error("it was not refused");
}
