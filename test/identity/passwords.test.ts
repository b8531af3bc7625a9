import { describe, expect, it } from "vitest";
import { partsOf } from "../../generator/commands/parts.ts";
import { identityFacts } from "../../generator/identity/facts.ts";
import { lockProblems } from "../../generator/identity/lock.ts";
import type { Environment } from "../../generator/model/environment.ts";
import { anAuthentication, anEnvironment, aRequiredSecret } from "../support/environments.ts";

const OFF = factsOf({ enabled: false, enforced: true });
const SHOWN = factsOf({ enabled: true, enforced: false });
const ASKED = factsOf({ enabled: true, enforced: true });
const OUTSIDE: Environment["etcd"] = { mode: "external", endpoints: ["etcd.example.com:2379"], rootPath: "by-dev" };

describe("passwords of etcd", () => {
  it.each([
    { title: "switched on", before: OFF, after: SHOWN },
    { title: "asked for from then on", before: SHOWN, after: ASKED },
    { title: "asked for no longer", before: ASKED, after: SHOWN },
    { title: "switched off again", before: SHOWN, after: OFF },
  ])("can be $title", ({ before, after }) => {
    expect(pathsOf(before, after)).toEqual([]);
  });

  it("cannot be switched off while etcd asks for them", () => {
    expect(pathsOf(ASKED, OFF)).toEqual(["authentication.etcd.enabled"]);
  });

  it("are nobody's business of an etcd outside", () => {
    const outside = factsOf({ enabled: true, enforced: true }, { etcd: OUTSIDE });

    expect(outside).not.toHaveProperty(["etcd.passwords"]);
    expect(pathsOf(ASKED, outside)).not.toContain("authentication.etcd.enabled");
  });
});

type Facts = ReturnType<typeof identityFacts>;

function pathsOf(before: Facts, after: Facts): string[] {
  return lockProblems({ before, after, acknowledgements: [] }).map(({ path }) => path.join("."));
}

function factsOf(etcd: { readonly enabled: boolean; readonly enforced: boolean }, overrides: Partial<Environment> = {}): Facts {
  const { secrets } = anEnvironment();
  const keys = ["root-password", "milvus-password", "token-key"];
  const environment = anEnvironment({
    authentication: anAuthentication({ etcd }),
    secrets: { ...secrets, required: [aRequiredSecret(), aRequiredSecret({ purpose: "etcd", name: "milvus-etcd", keys })] },
    ...overrides,
  });
  return identityFacts(
    environment,
    partsOf(environment).flatMap(({ units }) => units),
  );
}
