import { existsSync } from "node:fs";
import { join } from "node:path";
import { kubectl } from "../../support/kubectl.ts";
import { findObject } from "../../support/live-object.ts";
import { AUTHORITY } from "./certificates.ts";
import { MARK } from "./claim-namespace.ts";
import type { TestEnvironment } from "./environment.ts";
import { runInPod } from "./inside-pod.ts";
import type { Account } from "./outside-client.ts";

const NAME = "client";
const USER = 100;

/** An answer of Milvus' REST API, version 1. */
export interface RestAnswer {
  readonly code: number;
  readonly data?: unknown;
  readonly message?: string;
}

/** A request to the Service of the proxies: a body makes it a POST. */
export interface RestRequest {
  readonly path: string;
  readonly body?: object;
  readonly account?: Account | undefined;
}

/** Starts, unless it runs, a pod that sees the namespace as an application does; Pod Security "restricted" lets it in. */
export async function startClientPod(namespace: string): Promise<void> {
  const found = await findObject("pod", namespace, NAME);
  if (found === undefined) await kubectl(["create", "-n", namespace, "-f", "-"], JSON.stringify(CLIENT_POD));
  await kubectl(["wait", "-n", namespace, `pod/${NAME}`, "--for=condition=Ready", "--timeout=120s"]);
}

/** Asks Milvus from that pod. */
export async function askInside(
  { namespace, repository }: Pick<TestEnvironment, "namespace" | "repository">,
  { path, body, account }: RestRequest,
): Promise<RestAnswer> {
  const sign = account === undefined ? [] : ["-H", `Authorization: Bearer ${account.username}:${account.password}`];
  const data = body === undefined ? [] : ["-H", "Content-Type: application/json", "-d", JSON.stringify(body)];
  const where = existsSync(join(repository, AUTHORITY)) ? ENCRYPTED : ["http://milvus-proxy:19530"];
  const [url = "", ...trust] = where;
  const call = ["curl", "-sS", "--max-time", "60", ...trust, ...sign, ...data, `${url}/v1/vector/${path}`];
  return JSON.parse(await runInPod(namespace, NAME, ...call)) as RestAnswer;
}

/** Fetches a page from the same pod; a status that is no success throws. */
export function fetchInside(namespace: string, url: string, token?: string): Promise<string> {
  const sign = token === undefined ? [] : ["-H", `Authorization: Bearer ${token}`];
  return runInPod(namespace, NAME, "curl", "-sS", "--fail", "--max-time", "60", ...sign, url);
}

const ENCRYPTED = ["https://milvus-proxy:8080", "--cacert", "/tls/ca.crt"];

const CLIENT_POD = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: NAME, labels: { [MARK]: "servers" } },
  spec: {
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    terminationGracePeriodSeconds: 1,
    securityContext: { runAsNonRoot: true, runAsUser: USER, runAsGroup: USER, seccompProfile: { type: "RuntimeDefault" } },
    volumes: [
      { name: "tls", secret: { secretName: "milvus-proxy-tls", optional: true, items: [{ key: "ca.crt", path: "ca.crt" }] } },
    ],
    containers: [
      {
        name: "curl",
        image: "docker.io/curlimages/curl:8.10.1",
        command: ["sleep", "86400"],
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ["ALL"] },
        },
        resources: { requests: { cpu: "10m", memory: "16Mi" }, limits: { cpu: "200m", memory: "64Mi" } },
        volumeMounts: [{ name: "tls", mountPath: "/tls", readOnly: true }],
      },
    ],
  },
};
