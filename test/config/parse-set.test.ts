import { describe, expect, it } from "vitest";
import { parseSet, parseUnset } from "../../generator/config/edit.ts";

describe("parseSet", () => {
  it.each([
    ["milvus.version=2.6.21", ["milvus", "version"], "2.6.21"],
    ['milvus.version="2.6.21"', ["milvus", "version"], "2.6.21"],
    ["milvus.family=2.6", ["milvus", "family"], "2.6"],
    ["etcd.replicas=5", ["etcd", "replicas"], 5],
    ["etcd.resources.limits.cpu=2", ["etcd", "resources", "limits", "cpu"], "2"],
    ["argocd.selfHeal=false", ["argocd", "selfHeal"], false],
    ["milvus.config.proxy.maxTaskNum=512", ["milvus", "config", "proxy", "maxTaskNum"], 512],
    [
      "milvus.config.trace={ exporter: otlp, sampleFraction: 0.5 }",
      ["milvus", "config", "trace"],
      { exporter: "otlp", sampleFraction: 0.5 },
    ],
    ["milvus.roles.proxy.config.queryNode.slots=010", ["milvus", "roles", "proxy", "config", "queryNode.slots"], "010"],
    ['argocd.annotations["example.com/a=b"]= # x: y ', ["argocd", "annotations", "example.com/a=b"], "# x: y"],
    ["argocd.annotations['a.b/c']=", ["argocd", "annotations", "a.b/c"], ""],
    ["labels.example.com/team=search", ["labels", "example.com/team"], "search"],
    ['owners=["@acme/a", "@acme/b"]', ["owners"], ["@acme/a", "@acme/b"]],
    ["gates.soak=2h", ["gates", "soak"], "2h"],
    ["cluster.name=eu-1", ["cluster", "name"], "eu-1"],
  ])("reads %s as the type that the field has", (text, path, value) => {
    expect(parseSet(text, "environment")).toEqual({ edit: { path, value } });
  });

  it("knows the fields of gitops.yaml, profiles and mirrors among them", () => {
    expect(parseSet("profiles.staging.etcd.replicas=3", "platform")).toEqual({
      edit: { path: ["profiles", "staging", "etcd", "replicas"], value: 3 },
    });
    expect(parseSet("images.mirrors.docker.io=registry.example.com/hub", "platform")).toEqual({
      edit: { path: ["images", "mirrors", "docker.io"], value: "registry.example.com/hub" },
    });
    expect(parseSet("notifications.github=on", "platform")).toMatchObject({ edit: { value: "on" } });
  });

  it.each([
    ["milvus.verison=2.6.21", "There is no field milvus.verison.", /^Did you mean version\? Allowed here: .*family, image/],
    ["profile.name=x", "There is no field profile.name.", /^Remove it\.$/],
    ["milvus.version", "The value is missing.", /--unset/],
    ["etcd.replicas=", "The value is missing.", /--unset/],
    ["=3", "The field is not named as it has to be.", /dots/],
    ["etcd..replicas=3", "The field is not named as it has to be.", /dots/],
    [".etcd=3", "The field is not named as it has to be.", /dots/],
    ["etcd.=3", "The field is not named as it has to be.", /dots/],
    ['labels["a=3', "The field is not named as it has to be.", /dots/],
    ["etcd.tolerations[0].key=x", "An item of a list cannot be named alone.", /whole list/],
    ["owners=[@acme/a]", "The value cannot be read. A text without quotes cannot begin with this character.", /quotes/],
    [
      "owners=[a",
      "The value cannot be read. The line is not indented as its block, or a bracket before it is not closed.",
      /close the bracket/,
    ],
    ["etcd.replicas=*x", "The value cannot be read. The alias *x is not allowed.", /quotes/],
    ["etcd.replicas=1\nx: 2", "More than one value is given.", /once for each/],
    [`milvus.config.a=${"[".repeat(99)}`, "The value cannot be read. More than 64 levels are nested in one another.", /Close/],
  ])("refuses %s", (text, problem, remedy) => {
    expect(parseSet(text, "environment")).toEqual({ problem, remedy: expect.stringMatching(remedy) });
  });

  it("does not repeat what looks like a credential", () => {
    const token = `ghp_${"a1".repeat(20)}`;
    expect(JSON.stringify(parseSet(`etcd.replicas=*${token}`, "environment"))).not.toContain(token);
    expect(JSON.stringify(parseSet(`etcd["${token}"]=1`, "environment"))).not.toContain(token);
  });
});

describe("parseUnset", () => {
  it("names a field and nothing else", () => {
    expect(parseUnset("milvus.image.digest", "environment")).toEqual({
      edit: { path: ["milvus", "image", "digest"], value: undefined },
    });
    expect(parseUnset("milvus.image.digest=x", "environment")).toMatchObject({
      problem: "A field that is removed takes no value.",
    });
    expect(parseUnset("milvus.imgae", "environment")).toMatchObject({ problem: "There is no field milvus.imgae." });
  });
});
