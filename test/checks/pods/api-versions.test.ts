import { describe, expect, it } from "vitest";
import { apiVersionStable } from "../../../generator/checks/pods/api-versions.ts";
import { soundObjects } from "../objects.ts";
import { treeOf } from "../trees.ts";

describe("apiVersionStable", () => {
  it.each(["v1", "autoscaling/v2", "cert-manager.io/v1alpha2", "gateway.networking.k8s.io/v1beta1"])(
    "accepts %s",
    (apiVersion) => {
      expect(apiVersionStable.find(treeOf(soundObjects()))).toEqual([]);
      expect(apiVersionStable.find(anObject(apiVersion))).toEqual([]);
    },
  );

  it.each(["policy/v1beta1", "extensions/v1beta1", "networking.k8s.io/v1alpha1", "autoscaling/v2beta2"])(
    "refuses %s",
    (apiVersion) => {
      expect(apiVersionStable.find(anObject(apiVersion))).toEqual([
        { subject: "Thing milvus-test/x", message: `${apiVersion} of Thing is not stable.` },
      ]);
    },
  );
});

function anObject(apiVersion: string) {
  return treeOf([{ apiVersion, kind: "Thing", metadata: { name: "x", namespace: "milvus-test" } }]);
}
