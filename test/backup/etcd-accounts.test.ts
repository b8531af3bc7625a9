import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Container, containersOf, execute, jobContainerOf, type Places, type Result, run } from "./support/containers.ts";
import { program } from "./support/programs.ts";
import { type Server, startEtcd } from "./support/servers.ts";

const SHOWN = { authentication: { etcd: { enabled: true, enforced: false } } };
const ASKED = { authentication: { etcd: { enabled: true } } };
const SECRET = { "root-password": `we"ird\\pa:ss $x`, "milvus-password": "of-milvus" };
const accounts = { shown: jobContainerOf("milvus-etcd-accounts", SHOWN), asked: jobContainerOf("milvus-etcd-accounts", ASKED) };
const [save] = containersOf("backup-etcd", ASKED) as [Container];

let folder = "";
let etcd: Server;
let places: Places = {};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "etcd-accounts-"));
  const key = join(folder, "token-key");
  writeFileSync(key, "any text");
  etcd = await startEtcd(folder, [`--auth-token=jwt,priv-key=${key},sign-method=HS256,ttl=87600h`]);
  places = { "http://etcd:2379": etcd.url, "/snapshot/": `${folder}/` };
});

afterAll(async () => {
  await etcd?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** One environment's way, in order. */
describe("the Job that makes the users of etcd", () => {
  it("makes them while etcd asks nobody, which takes whoever shows a password and whoever shows none", async () => {
    expect(await run(accounts.shown, places, SECRET)).toEqual(done(false));
    expect(await etcdctl("milvus", "of-milvus", "put", "milvus/a", "1")).toMatchObject({ code: 0 });
    expect(await etcdctl("", "", "put", "milvus/b", "1")).toMatchObject({ code: 0 });
  });

  it("has etcd ask, and changes nothing the next time", async () => {
    expect(await run(accounts.asked, places, SECRET)).toEqual(done(true));
    const revision = await root("auth", "status");
    expect(revision.output).toContain("Authentication Status: true");

    expect(await run(accounts.asked, places, SECRET)).toEqual(done(true));
    expect(await root("auth", "status")).toEqual(revision);
  });

  it("lets Milvus at its own keys and at nothing else, and strangers at nothing", async () => {
    expect(await etcdctl("milvus", "of-milvus", "get", "milvus/", "--prefix")).toMatchObject({ code: 0 });
    expect(refusal(await etcdctl("milvus", "of-milvus", "get", "other"))).toBe("etcdserver: permission denied");
    expect(refusal(await etcdctl("milvus", "of-milvus", "user", "list"))).toBe("etcdserver: permission denied");
    expect(refusal(await etcdctl("", "", "get", "milvus/a"))).toBe("etcdserver: user name is empty");
  });

  it.each(["/health?serializable=true", "/health?exclude=NOSPACE", "/metrics"])(
    "leaves %s open to probes and Prometheus",
    async (path) => {
      expect((await fetch(`${etcd.url}${path}`)).status).toBe(200);
    },
  );

  it("lets the snapshot's own command at everything", async () => {
    expect(await run(save, places, SECRET)).toMatchObject({ code: 0 });
  });

  it("gives Milvus' user another password, and takes the old one away", async () => {
    expect(await run(accounts.asked, places, { ...SECRET, "milvus-password": "another" })).toEqual(done(true));
    expect(await etcdctl("milvus", "another", "get", "milvus/a")).toMatchObject({ code: 0 });
    expect((await etcdctl("milvus", "of-milvus", "get", "milvus/a")).code).not.toBe(0);
  });

  it("changes nothing where it does not know root's password", async () => {
    expect(await run(accounts.shown, places, { ...SECRET, "root-password": "unknown" })).toMatchObject({ code: 1 });
    expect((await root("auth", "status")).output).toContain("Authentication Status: true");
  });

  it("has etcd ask nobody, and then sets both passwords anew", async () => {
    expect(await run(accounts.shown, places, SECRET)).toEqual(done(false));
    expect(await etcdctl("", "", "get", "milvus/a")).toMatchObject({ code: 0 });

    const changed = { "root-password": "new-of-root", "milvus-password": "new-of-milvus" };
    expect(await run(accounts.asked, places, changed)).toEqual(done(true));
    expect(await etcdctl("root", "new-of-root", "user", "list")).toEqual({ code: 0, output: "milvus\nroot\n" });
  });
});

function done(enforced: boolean): Result {
  return {
    code: 0,
    output: `The users root and milvus have the passwords of the Secret. etcd asks for them: ${enforced}.\n`,
  };
}

/** The words after `Error:`. */
function refusal({ output }: Result): string | undefined {
  return /^Error: (.*)$/m.exec(output)?.[1];
}

function root(...args: readonly string[]): Promise<Result> {
  return etcdctl("root", SECRET["root-password"], ...args);
}

function etcdctl(user: string, password: string, ...args: readonly string[]): Promise<Result> {
  const account = user === "" ? {} : { ETCDCTL_USER: user, ETCDCTL_PASSWORD: password };
  return execute(program("etcdctl"), ["--endpoints", etcd.url, ...args], account);
}
