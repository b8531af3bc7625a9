import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { fetchRelease, pinnedRelease, type Release } from "../../generator/system/kustomize-release.ts";
import { tarGz } from "./archives.ts";
import { aFolder } from "./temporary-folder.ts";

/** A release on a server of our own. */
async function aRelease(archive: Buffer, status = 200): Promise<Release> {
  const server = createServer((_, response) => response.writeHead(status).end(archive));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
  });
  return {
    name: "kustomize-test",
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/kustomize.tar.gz`,
    sha256: createHash("sha256").update(archive).digest("hex"),
    file: "kustomize",
  };
}

describe("fetchRelease", () => {
  it("keeps the program of the archive, and nothing else, as one that can be run", async () => {
    const cache = join(aFolder(), "cache/milvus-gitops");

    const program = await fetchRelease(await aRelease(tarGz({ LICENSE: "", kustomize: "#!/bin/sh\n" })), cache);

    expect(program).toBe(join(cache, "kustomize-test"));
    expect(readFileSync(program, "utf8")).toBe("#!/bin/sh\n");
    expect(statSync(program).mode & 0o111).toBe(0o111);
    expect(readdirSync(dirname(program))).toEqual(["kustomize-test"]);
  });

  it("throws away what has not the pinned hash", async () => {
    const cache = aFolder();
    const release = { ...(await aRelease(tarGz({ kustomize: "other" }))), sha256: "0".repeat(64) };

    await expect(fetchRelease(release, cache)).rejects.toThrow(/SHA-256 is [0-9a-f]{64}, not the pinned 0{64}/);

    expect(readdirSync(cache)).toEqual([]);
  });

  it("says what the server answered", async () => {
    await expect(fetchRelease(await aRelease(Buffer.alloc(0), 404), aFolder())).rejects.toThrow("the server answered 404");
  });
});

describe("pinnedRelease", () => {
  it("has an archive for each platform that Kustomize is built for", () => {
    expect(pinnedRelease("linux-x64")).toEqual({
      name: "kustomize-5.8.1-linux-x64",
      address:
        "https://github.com/kubernetes-sigs/kustomize/releases/download/kustomize%2Fv5.8.1/kustomize_v5.8.1_linux_amd64.tar.gz",
      sha256: "029a7f0f4e1932c52a0476cf02a0fd855c0bb85694b82c338fc648dcb53a819d",
      file: "kustomize",
    });
    expect(pinnedRelease("darwin-arm64")?.address).toMatch(/kustomize_v5\.8\.1_darwin_arm64\.tar\.gz$/);
    expect(pinnedRelease("aix-ppc64")).toBeUndefined();
  });
});
