import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { isIP } from "node:net";
import { join } from "node:path";
import { runProgram } from "../../support/run.ts";
import { forwardCgi } from "./forward-cgi.ts";

export interface GitServer {
  /** The address under which the repositories of the folder are, without a slash at the end. */
  readonly url: string;
  readonly close: () => void;
}

/** Serves the bare repositories of a folder over HTTPS, read only, with Git's own program for that. */
export async function serveGit(folder: string, host: string): Promise<GitServer> {
  const { key, cert } = await makeCertificate(folder, host);
  const server = createServer({ key, cert }, (request, response) => answer(folder, request, response));
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://${host}:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answer(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const backend = spawn("git", ["http-backend"], { env: variables(folder, request), stdio: ["pipe", "pipe", "inherit"] });
  backend.on("error", (error) => response.destroy(error));
  // A client that goes away, or a program that ends before it has read everything, ends this answer and not the server.
  backend.stdin.on("error", () => undefined);
  request.pipe(backend.stdin);
  forwardCgi(backend.stdout, response);
}

/** The CGI variables that git-http-backend reads. */
function variables(folder: string, { url = "/", method, headers }: IncomingMessage): NodeJS.ProcessEnv {
  const { pathname, search } = new URL(url, "https://localhost");
  return {
    PATH: process.env.PATH,
    GIT_PROJECT_ROOT: folder,
    GIT_HTTP_EXPORT_ALL: "1",
    PATH_INFO: pathname,
    QUERY_STRING: search.slice(1),
    REQUEST_METHOD: method,
    CONTENT_TYPE: headers["content-type"],
    CONTENT_LENGTH: headers["content-length"],
    HTTP_CONTENT_ENCODING: headers["content-encoding"],
    GIT_PROTOCOL: headers["git-protocol"] as string | undefined,
  };
}

async function makeCertificate(folder: string, host: string): Promise<{ readonly key: Buffer; readonly cert: Buffer }> {
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const request = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out", cert];
  const name = isIP(host) === 0 ? `DNS:${host}` : `IP:${host}`;
  await runProgram(folder, "openssl", ...request, "-subj", "/CN=milvus-gitops", "-addext", `subjectAltName=${name}`);
  return { key: readFileSync(key), cert: readFileSync(cert) };
}
