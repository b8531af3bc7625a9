import { beforeAll, describe, expect, inject, it } from "vitest";
import type { LiveObject } from "../support/live-object.ts";
import { requireApplication } from "./support/argocd.ts";
import { APPLICATIONS, ENVIRONMENTS, namespaceOf, OUTSIDE, ROOT_APPLICATION } from "./support/environments.ts";
import { render } from "./support/render.ts";
import { runCommand } from "./support/repository.ts";
import { addressOf, everyObject, trackedBy } from "./support/tracking.ts";

const COPY = inject("repository");
/** What Kubernetes makes in every namespace. */
const NOT_IN_GIT = ["/ConfigMap kube-root-ca.crt", "/ServiceAccount default"];

let objects: readonly LiveObject[] = [];

beforeAll(async () => {
  objects = await everyObject();
});

describe("environments side by side", () => {
  it.for(ENVIRONMENTS)("each have what Git says, tracked by their own Application: %s", async (name, { task }) => {
    const { objects: inGit } = await render(COPY, `overlays/${name}`);
    const tracked = objects.filter((object) => trackedBy(object) === namespaceOf(name));

    task.meta.figure = `${tracked.length} objects`;
    expect(tracked.map(addressOf).sort()).toEqual(inGit.map(addressOf).sort());
  });

  it("hang on a root that tracks what Git says, itself included", async () => {
    const { objects: inGit } = await render(COPY, "apps");
    const tracked = objects.filter((object) => trackedBy(object) === ROOT_APPLICATION);

    expect(tracked.map(addressOf).sort()).toEqual(inGit.map(addressOf).sort());
  });

  it.for(ENVIRONMENTS)("have nothing in their namespace that is not their own: %s", async (name) => {
    const namespace = namespaceOf(name);
    const inside = objects.filter(({ metadata }) => metadata.namespace === namespace && metadata.ownerReferences === undefined);
    const others = inside.filter((object) => trackedBy(object) !== namespace && object.kind !== "PersistentVolumeClaim");

    const made = JSON.parse(await runCommand(COPY, "secrets", "--env", name, "--json")) as readonly LiveObject[];
    const secrets = made.filter(({ kind }) => kind === "Secret").map(({ metadata }) => `/Secret ${metadata.name}`);
    const shown = others.map((object) => addressOf(object).replace(`:${namespace}/`, " "));
    const outside = name === OUTSIDE.environment ? [`/Secret ${OUTSIDE.secret}`] : [];
    expect(shown.sort()).toEqual([...NOT_IN_GIT, ...secrets, ...outside].sort());
  });

  it("own no object outside a namespace but their Namespaces", () => {
    const outside = objects.filter(({ metadata }) => metadata.namespace === undefined);
    const tracked = outside.filter((object) => APPLICATIONS.includes(trackedBy(object) ?? ""));

    expect(tracked.map(addressOf).sort()).toEqual(ENVIRONMENTS.map((name) => `/Namespace:/${namespaceOf(name)}`).sort());
  });

  it("share no object", async ({ task }) => {
    const applications = await Promise.all(APPLICATIONS.map(requireApplication));
    const listed = applications.flatMap(({ status }) => status?.resources ?? []);
    const addresses = listed.map(({ group = "", kind, namespace = "", name }) => `${group}/${kind}:${namespace}/${name}`);

    task.meta.figure = `${addresses.length} objects`;
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
  });
});
