import { expect, it } from "vitest";
import type { Settings } from "../../../generator/config/schema/settings.ts";
import { resolveEnvironment } from "../../../generator/model/resolve/index.ts";
import { image, workload } from "./expected.ts";
import { aPlatformFile, aSource } from "./sources.ts";

const INGRESS = { type: "Ingress", host: "attu.example.com", tlsSecretName: "attu-tls" } as const;

it("is one small pod of the version that fits Milvus, reached by nobody", () => {
  expect(resolved({})).toEqual({
    ...workload(1, ["50m", "128Mi", "128Mi"], ["500m", "512Mi", "512Mi"]),
    image: image("zilliz/attu", "v2.5.12"),
    exposure: { type: "ClusterIP" },
  });
});

it.each([
  { version: "2.3.21", tag: "v2.3.5" },
  { version: "2.4.17", tag: "v2.4.12" },
  { version: "2.5.27", tag: "v2.5.12" },
  { version: "2.6.20", tag: "v2.5.12" },
])("is Attu $tag for Milvus $version, unless a tag is named", ({ version, tag }) => {
  expect(resolved({}, version)?.image.tag).toBe(tag);
  expect(resolved({ image: { tag: "v2.6.5" } }, version)?.image.tag).toBe("v2.6.5");
});

it("looks for the controller of its Ingress where that usually is, or where it is said to be", () => {
  const known = { ...INGRESS, annotations: {} };
  expect(resolved({ exposure: INGRESS })?.exposure).toEqual({
    ...known,
    controller: "nginx",
    className: "nginx",
    controllerNamespace: "ingress-nginx",
  });
  expect(resolved({ exposure: { ...INGRESS, controller: "traefik", className: "inner" } })?.exposure).toEqual({
    ...known,
    controller: "traefik",
    className: "inner",
    controllerNamespace: "traefik",
  });
  expect(resolved({ exposure: { ...INGRESS, controllerNamespace: "edge" } })?.exposure).toMatchObject({
    controllerNamespace: "edge",
  });
});

function resolved(attu: NonNullable<Settings["attu"]>, version = "2.6.20") {
  const settings = { milvus: { version }, attu: { enabled: true, ...attu } };
  return resolveEnvironment(aPlatformFile(), aSource("development", settings)).attu;
}
