import { expect, it } from "vitest";
import { hashedName } from "../../generator/kustomize/config-hash.ts";

it("names a ConfigMap as Kustomize does", () => {
  expect(hashedName("milvus-config", { "milvus.yaml": 'a: <b> & "c"\n' })).toBe("milvus-config-dd69hb75gd");
});
