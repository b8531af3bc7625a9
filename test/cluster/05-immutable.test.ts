import { beforeAll, describe, expect, inject, it } from "vitest";
import { isMap } from "../../generator/kustomize/json.ts";
import { tryKubectl } from "../support/kubectl.ts";
import { dryRun } from "./support/dry-run.ts";
import { namespaceOf } from "./support/environments.ts";
import { render } from "./support/render.ts";

const COPY = inject("repository");
const NAMESPACE = namespaceOf("prod");
const ONLY_SOME_FIELDS = /StatefulSet "etcd" is invalid: spec: Forbidden: updates to statefulset spec for fields other than/;

let objects: readonly Manifest[] = [];

beforeAll(async () => {
  objects = (await render(COPY, "overlays/prod")).objects as unknown as Manifest[];
});

describe("the API server refuses", () => {
  it.for<[string, (spec: Spec) => object]>([
    ["another serviceName", () => ({ serviceName: "etcd-members" })],
    ["another podManagementPolicy", () => ({ podManagementPolicy: "OrderedReady" })],
    ["another selector", withLabelInSelector],
    ["a larger volume", (spec) => withClaim(spec, { spec: { resources: { requests: { storage: "1Ti" } } } })],
    ["another storage class", (spec) => withClaim(spec, { spec: { storageClassName: "standard" } })],
    ["another label of a claim", (spec) => withClaim(spec, { metadata: { labels: { environment: "prod" } } })],
  ])("%s of a StatefulSet", async ([, change]) => {
    const { accepted, remarks } = await dryRun(manifest("StatefulSet", "etcd", change));

    expect({ accepted, remarks }).toEqual({ accepted: 0, remarks: [expect.stringMatching(ONLY_SOME_FIELDS)] });
  });

  it("another selector of a Deployment", async () => {
    const { accepted, remarks } = await dryRun(manifest("Deployment", "milvus-proxy", withLabelInSelector));

    expect(accepted).toBe(0);
    expect(remarks.join("\n")).toMatch(/Deployment "milvus-proxy" is invalid: spec\.selector: .* field is immutable/);
  });

  it.for([
    [
      "a claim that shrinks",
      "pvc",
      "data-etcd-0",
      { spec: { resources: { requests: { storage: "1Gi" } } } },
      /not be less than/,
    ],
    ["another storage class of a claim", "pvc", "data-etcd-0", { spec: { storageClassName: "standard" } }, /spec is immutable/],
    ["other credentials", "secret", "milvus-object-storage", { stringData: { "access-key": "other" } }, /field is immutable/],
  ] as const)("%s", async ([, kind, name, patch, message]) => {
    const options = ["-n", NAMESPACE, "--dry-run=server", "--type=merge", "--patch", JSON.stringify(patch)];
    const { code, stderr } = await tryKubectl(["patch", kind, name, ...options]);

    expect(code).toBe(1);
    expect(stderr).toMatch(message);
  });
});

interface Spec {
  readonly selector: { readonly matchLabels: object };
  readonly template: { readonly metadata: { readonly labels: object } };
  readonly volumeClaimTemplates: readonly object[];
}

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: Spec;
}

/** What is in Git for an object, with other fields in its specification. */
function manifest(kind: string, name: string, change: (spec: Spec) => object): string {
  const found = objects.find((object) => object.kind === kind && object.metadata.name === name);
  if (found === undefined) throw new Error(`There is no ${kind} ${name}.`);
  return JSON.stringify({ ...found, spec: { ...found.spec, ...change(found.spec) } });
}

function withClaim({ volumeClaimTemplates }: Spec, change: object): object {
  return { volumeClaimTemplates: volumeClaimTemplates.map((template) => merged(template, change)) };
}

/** The pods get the label too, so that the selector is refused for its change, and not because it selects nothing. */
function withLabelInSelector({ selector, template }: Spec): object {
  const labels = { environment: "prod" };
  return merged({ selector, template }, { selector: { matchLabels: labels }, template: { metadata: { labels } } });
}

function merged(below: object, above: object): object {
  const parts = Object.entries(above).map(([key, value]) => {
    const under: unknown = Reflect.get(below, key);
    return [key, isMap(under) && isMap(value) ? merged(under, value) : value];
  });
  return { ...below, ...Object.fromEntries(parts) };
}
