import { createHash } from "node:crypto";
import { keepProgram } from "./kustomize-cache.ts";
import { fileInTar } from "./tar-archive.ts";

/** A program in a `.tar.gz` at an address, and the SHA-256 of that archive. */
export interface Release {
  readonly name: string;
  readonly address: string;
  readonly sha256: string;
  readonly file: string;
}

const VERSION = "5.8.1";

/** How the release is called where it is told what was tried. */
export const RELEASE_PLACE = `kustomize ${VERSION} from github.com`;

const DOWNLOADS = "https://github.com/kubernetes-sigs/kustomize/releases/download";
const DOWNLOAD_MILLISECONDS = 120_000;

/** From `checksums.txt` of the release. */
const SHA256: Readonly<Record<string, string>> = {
  "linux-x64": "029a7f0f4e1932c52a0476cf02a0fd855c0bb85694b82c338fc648dcb53a819d",
  "linux-arm64": "0953ea3e476f66d6ddfcd911d750f5167b9365aa9491b2326398e289fef2c142",
  "darwin-x64": "ee7cf0c1e3592aa7bb66ba82b359933a95e7f2e0b36e5f53ed0a4535b017f2f8",
  "darwin-arm64": "8886f8a78474e608cc81234f729fda188a9767da23e28925802f00ece2bab288",
};

/** The pinned release of Kustomize for a platform in Node's words (`linux-x64`); undefined where it has none. */
export function pinnedRelease(platform: string): Release | undefined {
  const sha256 = SHA256[platform];
  if (sha256 === undefined) return undefined;
  const asset = `kustomize_v${VERSION}_${platform.replace("-", "_").replace("x64", "amd64")}.tar.gz`;
  return {
    name: `kustomize-${VERSION}-${platform}`,
    address: `${DOWNLOADS}/kustomize%2Fv${VERSION}/${asset}`,
    sha256,
    file: "kustomize",
  };
}

/** Downloads a release into a folder, once; anything but the pinned bytes is thrown away. */
export function fetchRelease({ name, address, sha256, file }: Release, folder: string): Promise<string> {
  return keepProgram(folder, name, async () => {
    const archive = await download(address);
    const found = createHash("sha256").update(archive).digest("hex");
    if (found !== sha256) throw new Error(`its SHA-256 is ${found}, not the pinned ${sha256}`);
    return fileInTar(archive, file);
  });
}

async function download(address: string): Promise<Buffer> {
  const response = await fetch(address, { signal: AbortSignal.timeout(DOWNLOAD_MILLISECONDS) });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}
