import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { createServer as createEncryptedServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, it, onTestFinished } from "vitest";
import { rootPasswordScript } from "../../../../generator/components/milvus/root-password/script.ts";
import { RELEASES } from "../../../../generator/model/releases/index.ts";

/** What a JSON text, curl's configuration and a shell take for their own. */
const STRANGE = `we"ird\\pa:ss $x \`y' äö`;

describe.each(["2.3", "2.6"] as const)("the script that sets root's password in Milvus %s", (family) => {
  const script = rootPasswordScript(RELEASES[family], undefined);

  it("replaces the published password by the Secret's, and finds nothing to do the next time", async () => {
    const milvus = await aMilvus({ password: "Milvus" });

    expect(await run(script, milvus, STRANGE)).toEqual({ code: 0, said: DONE });
    expect(milvus.state).toEqual({ password: STRANGE, asks: true, changes: 1 });

    expect(await run(script, milvus, STRANGE)).toEqual({ code: 0, said: DONE });
    expect(milvus.state).toEqual({ password: STRANGE, asks: true, changes: 1 });
  });

  it("is not content with proxies that take any password", async () => {
    const milvus = await aMilvus({ password: "Milvus", asks: false });
    const running = run(script, milvus, "a-password");
    await expect.poll(() => milvus.state.changes, { timeout: 10_000 }).toBeGreaterThan(0);
    milvus.state.asks = true;

    expect(await running).toEqual({ code: 0, said: DONE });
    expect(milvus.state.password).toBe("a-password");
  });

  it("leaves a password alone that it does not know, and says so in the end", async () => {
    const milvus = await aMilvus({ password: "somebody's own" });
    const impatient = script.replace("attempts=60", "attempts=2").replace("sleep 5", "sleep 0");

    expect(await run(impatient, milvus, "a-password")).toEqual({
      code: 1,
      said: "Milvus does not answer, asks nobody, or root has a password that is neither the Secret's nor the published one.\n",
    });
    expect(milvus.state).toEqual({ password: "somebody's own", asks: true, changes: 0 });
  });

  it.each([
    { title: "the published one", password: "Milvus", said: /publishes/ },
    { title: "one with a line break", password: "a-password\n", said: /line break/ },
    { title: "one that is too short", password: "short", said: /5 bytes/ },
    { title: "one that is too long", password: "ä".repeat(37), said: /74 bytes/ },
  ])("refuses $title without a call", async ({ password, said }) => {
    const milvus = await aMilvus({ password: "Milvus" });
    const result = await run(script, milvus, password);

    expect(result).toEqual({ code: 1, said: expect.stringMatching(said) });
    expect(milvus.state.changes).toBe(0);
  });
});

describe("the script where proxies are encrypted", () => {
  it("verifies them, and shows them the certificate that they ask for", async () => {
    const files = certificates();
    const milvus = await aMilvus({ password: "Milvus" }, files);
    const trust = { ...TRUST, authority: files.authority, own: files };

    expect(await run(rootPasswordScript(RELEASES["2.6"], trust), milvus, "a-password")).toEqual({ code: 0, said: DONE });
    expect(milvus.state).toEqual({ password: "a-password", asks: true, changes: 1 });
  });

  it.each([
    { title: "proxies of another authority", change: () => ({ authority: certificates().authority }) },
    { title: "proxies that ask, where it has nothing to show", change: () => ({ own: undefined }) },
  ])("sends no password to $title", async ({ change }) => {
    const files = certificates();
    const milvus = await aMilvus({ password: "Milvus" }, files);
    const script = rootPasswordScript(RELEASES["2.6"], { ...TRUST, authority: files.authority, own: files, ...change() });
    const impatient = script.replace("attempts=60", "attempts=2").replace("sleep 5", "sleep 0");

    expect(await run(impatient, milvus, "a-password")).toMatchObject({ code: 1 });
    expect(milvus.state).toEqual({ password: "Milvus", asks: true, changes: 0 });
  });
});

const TRUST = { volume: { name: "tls" }, mount: { name: "tls", mountPath: "/tls", readOnly: true } } as const;

/** A certificate that is its own authority, for 127.0.0.1, and its key. */
function certificates() {
  const folder = mkdtempSync(join(tmpdir(), "milvus-tls-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [certificate, key] = [join(folder, "tls.crt"), join(folder, "tls.key")];
  const named = ["-subj", "/CN=milvus", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"];
  const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  execFileSync("openssl", ["req", ...kind, ...named, "-keyout", key, "-out", certificate], { stdio: "ignore" });
  return { certificate, key, authority: certificate };
}

const DONE = "root has the password of the Secret, and no longer the published one.\n";

interface Milvus {
  readonly url: string;
  readonly state: { password: string; asks: boolean; changes: number };
}

/** Answers as a proxy does on both of its ports, with one user: root. */
async function aMilvus(
  state: { readonly password: string; readonly asks?: boolean },
  files?: ReturnType<typeof certificates>,
): Promise<Milvus> {
  const milvus = { asks: true, changes: 0, ...state };
  const listener: RequestListener = async (request, response) => {
    const body = await text(request);
    response.writeHead(answer(milvus, request, body)).end("{}");
  };
  const server = files === undefined ? createServer(listener) : createEncryptedServer(mutual(files), listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const scheme = files === undefined ? "http" : "https";
  return { url: `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`, state: milvus };
}

/** As Milvus listens for REST with `tlsMode` 2. */
function mutual({ certificate, key, authority }: ReturnType<typeof certificates>) {
  const [cert, ca] = [readFileSync(certificate), readFileSync(authority)];
  return { cert, key: readFileSync(key), ca, requestCert: true, rejectUnauthorized: true, minVersion: "TLSv1.3" } as const;
}

/** The API asks for the password, the management port does not; both want the old one before they change it. */
function answer(milvus: Milvus["state"], { method, url, headers }: IncomingMessage, body: string): number {
  switch (`${method} ${url}`) {
    case "PATCH /api/v1/credential":
      return changed(milvus, fromManagement(body));
    case "POST /v2/vectordb/users/update_password":
      return signsIn(milvus, headers.authorization) ? changed(milvus, fromRest(body)) : 401;
    case "GET /v1/vector/collections":
      return signsIn(milvus, headers.authorization) ? 200 : 401;
    default:
      return 404;
  }
}

interface Change {
  readonly user: string | undefined;
  readonly old: string;
  readonly new: string;
}

/** A wrong old password is told in the body, with status 200. */
function changed(milvus: Milvus["state"], change: Change): number {
  if (change.user === "root" && change.old === milvus.password) {
    milvus.password = change.new;
    milvus.changes += 1;
  }
  return 200;
}

function signsIn({ asks, password }: Milvus["state"], authorization = ""): boolean {
  return !asks || decoded(authorization.replace(/^Basic /, "")) === `root:${password}`;
}

function fromRest(body: string): Change {
  const { userName, password = "", newPassword = "" } = JSON.parse(body) as Readonly<Record<string, string>>;
  return { user: userName, old: password, new: newPassword };
}

function fromManagement(body: string): Change {
  const { username, oldPassword = "", newPassword = "" } = JSON.parse(body) as Readonly<Record<string, string>>;
  return { user: username, old: decoded(oldPassword), new: decoded(newPassword) };
}

function decoded(base64: string): string {
  return Buffer.from(base64, "base64").toString();
}

async function run(script: string, { url }: Milvus, password: string) {
  const env = { PATH: process.env.PATH, MILVUS_API: url, MILVUS_MANAGEMENT: url, ROOT_PASSWORD: password };
  const shell = spawn("sh", ["-c", script], { env, stdio: ["ignore", "pipe", "pipe"] });
  const exit = new Promise<number | null>((resolve) => shell.on("close", resolve));
  const [out, err, code] = await Promise.all([text(shell.stdout), text(shell.stderr), exit]);
  return { code, said: out + err };
}
