import { describe, expect, it } from "vitest";
import { partsOf } from "../../generator/commands/parts.ts";
import { identityFacts } from "../../generator/identity/facts.ts";
import { lockProblems } from "../../generator/identity/lock.ts";
import type { Environment, Tls } from "../../generator/model/environment.ts";
import { aMinioStorage, anEnvironment, anEtcd, aTls } from "../support/environments.ts";

const ALONE = { etcd: anEtcd({ replicas: 1 }), objectStorage: aMinioStorage({ mode: "standalone", replicas: 1 }) };

describe("encryption of what runs", () => {
  it.each([
    ["etcd", "etcd.scheme", "tls.etcd"],
    ["objectStorage", "minio.scheme", "tls.objectStorage"],
  ] as const)("is refused for %s of several, both ways, until a person acknowledges it", (field, fact, path) => {
    const [off, on] = [factsOf({}), factsOf({ [field]: true })];
    const entry = { change: fact, from: "http", to: "https", reason: "Done on 3 May." };

    expect(pathsOf(off, on)).toEqual([path]);
    expect(pathsOf(on, off)).toEqual([path]);
    expect(lockProblems({ before: off, after: on, acknowledgements: [entry] })).toEqual([]);
  });

  it("is no procedure for one that is alone, for Milvus' API and for its roles", () => {
    expect(pathsOf(factsOf({}, ALONE), factsOf({ etcd: true, objectStorage: true }, ALONE))).toEqual([]);
    expect(pathsOf(factsOf({}), factsOf({ milvus: "mutual", internal: true }))).toEqual([]);
  });
});

type Facts = ReturnType<typeof identityFacts>;

function pathsOf(before: Facts, after: Facts): string[] {
  return lockProblems({ before, after, acknowledgements: [] }).map(({ path }) => path.join("."));
}

function factsOf(tls: Partial<Tls>, overrides: Partial<Environment> = {}): Facts {
  const environment = anEnvironment({ ...overrides, tls: aTls(tls) });
  return identityFacts(
    environment,
    partsOf(environment).flatMap(({ units }) => units),
  );
}
