import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { describe, expect, it, onTestFinished } from "vitest";
import { etcdAccountsScript } from "../../../../generator/components/milvus/etcd-accounts/script.ts";
import { anEtcd, type State } from "./an-etcd.ts";

/** What a JSON text, curl's configuration and a shell take for their own. */
const STRANGE = `we"ird\\pa:ss $x \`y' äö`;
const SCRIPT = etcdAccountsScript(["by-dev/", "woodpecker/"], undefined);
const PERMISSIONS = [
  { permType: "READWRITE", key: "YnktZGV2Lw==", range_end: "YnktZGV2MA==" },
  { permType: "READWRITE", key: "d29vZHBlY2tlci8=", range_end: "d29vZHBlY2tlcjA=" },
];
const MADE = [
  ...["user/add root", "user/add milvus", "role/add milvus", "role/grant milvus", "role/grant milvus"],
  ...["user/grant root root", "user/grant milvus milvus"],
];

describe("the script that makes the users of etcd", () => {
  it("makes them, has etcd ask, and finds nothing to do the next time", async () => {
    const { state, run } = await started();

    expect(await run({ enforced: true, root: STRANGE, milvus: "of-milvus" })).toEqual(done(true));
    expect(await run({ enforced: true, root: STRANGE, milvus: "of-milvus" })).toEqual(done(true));
    expect(state).toEqual({
      asks: true,
      users: { root: { password: STRANGE, roles: ["root"] }, milvus: { password: "of-milvus", roles: ["milvus"] } },
      roles: { milvus: PERMISSIONS },
      changes: [...MADE, "enable"],
    });
  });

  it("makes them before etcd asks, and then sets what the Secret says however often it runs", async () => {
    const { state, run } = await started();
    const passwords = { enforced: false, root: "of-root", milvus: "of-milvus" };

    expect(await run(passwords)).toEqual(done(false));
    expect(await run({ ...passwords, root: "another" })).toEqual(done(false));
    expect(state.changes).toEqual([...MADE, "user/changepw root", "user/changepw milvus"]);
    expect(state.users.root?.password).toBe("another");
  });

  it("sets another password of Milvus' user while etcd asks, and nothing else", async () => {
    const { state, run } = await started(asking());

    expect(await run({ enforced: true, root: "of-root", milvus: "another" })).toEqual(done(true));
    expect(state.changes).toEqual(["user/changepw milvus"]);
    expect(state.users.milvus?.password).toBe("another");
  });

  it("has etcd ask nobody any more", async () => {
    const { state, run } = await started(asking());

    expect(await run({ enforced: false, root: "of-root", milvus: "of-milvus" })).toEqual(done(false));
    expect(state.asks).toBe(false);
  });

  it("grants a prefix that came later", async () => {
    const { state, run } = await started({ ...asking(), roles: { milvus: PERMISSIONS.slice(0, 1) } });

    expect(await run({ enforced: true, root: "of-root", milvus: "of-milvus" })).toEqual(done(true));
    expect(state).toMatchObject({ roles: { milvus: PERMISSIONS }, changes: ["role/grant milvus"] });
  });

  it("changes nothing where root has another password than the Secret", async () => {
    const { state, run } = await started(asking());

    expect(await run({ enforced: false, root: "unknown", milvus: "of-milvus" })).toEqual({
      code: 1,
      said: "etcd asks for passwords, and that of root is not the Secret's. Put the old one into the Secret.\n",
    });
    expect(state.changes).toEqual([]);
  });

  it.each([
    { title: "one with a line break", root: "a-password\n", said: /of root holds a line break/ },
    { title: "one that is too short", milvus: "short", said: /of milvus has 5 bytes/ },
    { title: "one that is longer than etcd reads", root: "ä".repeat(37), said: /of root has 74 bytes/ },
  ])("refuses $title without a call", async ({ root = "of-root", milvus = "of-milvus", said }) => {
    const { state, run } = await started();

    expect(await run({ enforced: true, root, milvus })).toEqual({ code: 1, said: expect.stringMatching(said) });
    expect(state.changes).toEqual([]);
  });

  it("hands on what etcd says where it refuses", async () => {
    const { state, run } = await started(asking());
    delete state.users.milvus;
    state.users.root = { password: "of-root", roles: [] };
    state.asks = false;
    const refusing = SCRIPT.replace("has_role root", "");

    expect(await run({ enforced: true, root: "of-root", milvus: "of-milvus" }, refusing)).toEqual({
      code: 1,
      said: expect.stringContaining(
        'etcd refused enable: {"code":3,"message":"etcdserver: root user does not have root role"}',
      ),
    });
  });
});

/** An etcd as the script leaves it. */
function asking(): Partial<State> {
  return {
    asks: true,
    users: { root: { password: "of-root", roles: ["root"] }, milvus: { password: "of-milvus", roles: ["milvus"] } },
    roles: { milvus: [...PERMISSIONS] },
  };
}

function done(enforced: boolean) {
  return { code: 0, said: `The users root and milvus have the passwords of the Secret. etcd asks for them: ${enforced}.\n` };
}

interface Passwords {
  readonly enforced: boolean;
  readonly root: string;
  readonly milvus: string;
}

async function started(start: Partial<State> = {}) {
  const { state, url, stop } = await anEtcd(start);
  onTestFinished(() => void stop());
  const run = async ({ enforced, root, milvus }: Passwords, script = SCRIPT) => {
    const env = { PATH: process.env.PATH, ETCD: url, ENFORCED: String(enforced), ROOT_PASSWORD: root, MILVUS_PASSWORD: milvus };
    const child = spawn("sh", ["-c", script], { env, stdio: ["ignore", "pipe", "pipe"] });
    const code = new Promise<number | null>((resolve) => child.once("close", resolve));
    const [said, wrong] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { code: await code, said: said + wrong };
  };
  return { state, run };
}
