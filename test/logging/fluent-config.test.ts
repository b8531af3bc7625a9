import { describe, expect, it } from "vitest";
import { loggingFiles } from "../../generator/commands/logging-files.ts";
import { fluentConfig } from "../../generator/logging/fluentd/config.ts";
import { directive, renderDirectives } from "../../generator/logging/fluentd/directive.ts";
import { aPlatform } from "../argocd/platform.ts";
import { anEnvironment } from "../support/environments.ts";
import { aLogging } from "./objects.ts";

const HERE = { server: "https://kubernetes.default.svc" };

describe("fluentConfig", () => {
  it("reads the namespaces of the cluster's environments and no other", () => {
    const environments = [
      anEnvironment({ name: "prod", namespace: "search", cluster: { name: "in-cluster" } }),
      anEnvironment({ name: "dev", namespace: "milvus-dev", cluster: HERE }),
      anEnvironment({ name: "eu", namespace: "milvus-eu", cluster: { name: "eu-1" } }),
    ];
    const files = loggingFiles({ ...aPlatform(), logging: aLogging() }, environments);
    const text = files.get("apps/addon-logging/fluentd-configmap.yaml") ?? "";

    expect(text.match(/(?<= path )\/var\/log\S+/g)).toEqual([
      "/var/log/containers/*_milvus-dev_*.log",
      "/var/log/containers/*_search_*.log",
    ]);
    expect(text.match(/(?<= tag )\S+/g)).toEqual(["logs.dev", "logs.prod"]);
  });

  it("is the same whatever the order of the environments", () => {
    const environments = ["b", "a", "c"].map((name) => ({ name, namespace: `milvus-${name}` }));

    expect(fluentConfig(aLogging(), environments)).toBe(fluentConfig(aLogging(), environments.toReversed()));
  });

  it.each([
    { url: "https://logs.example.com", address: ["host logs.example.com", "port 443"] },
    { url: "https://logs.example.com:9200/es", address: ["host logs.example.com", "port 9200", "path /es"] },
  ])("sends to $url, and trusts no other certificate", ({ url, address }) => {
    const logging = aLogging({ existing: { url, secretName: "logs" }, fluentd: { buffer: "2Gi" } });
    const lines = fluentConfig(logging, [])
      .split("\n")
      .map((line) => line.trim());

    expect(lines).toEqual(expect.arrayContaining(["scheme https", ...address, "ssl_verify true"]));
    expect(lines).toContain(`total_limit_size ${2 * 2 ** 30}`);
  });
});

describe("a document that Elasticsearch has no room for", () => {
  /** The plugin gives it back as it sent it, and drops without a word what has no id any more. */
  it("comes back under a tag that no filter takes, with its id and what names its stream", () => {
    const text = fluentConfig(aLogging(), []);

    expect(text).toContain("<match logs.** retry>");
    expect(text).toContain("retry_tag retry\n");
    expect(text).toContain("index_name logs-milvus-${environment}\n");
    expect(text).toContain("hash_id_key id\n");
    expect(text).toContain("id_key id\n");
    expect(text.match(/<filter .*>/g)?.every((line) => line === "<filter logs.**>")).toBe(true);
    expect(text).not.toMatch(/remove_keys|target_index_key/);
  });
});

describe("renderDirectives", () => {
  it("writes sections in sections, one parameter a line", () => {
    const inner = directive("parse", { "@type": "none" });

    expect(renderDirectives([directive("filter a.**", { "@type": "x", limit: 3 }, [inner]), directive("label @B", {})])).toBe(
      "<filter a.**>\n  @type x\n  limit 3\n  <parse>\n    @type none\n  </parse>\n</filter>\n\n<label @B>\n</label>\n",
    );
  });

  it("refuses a value that would be two parameters", () => {
    expect(() => renderDirectives([directive("match", { path: "a\nuser b" })])).toThrow("two lines");
  });
});
