import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isIP } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type NeededCertificate, neededCertificates } from "../../../generator/model/certificates.ts";
import { readSources } from "../../../generator/system/repository.ts";
import type { LiveObject } from "../../support/live-object.ts";
import { planOf } from "../../support/plans.ts";
import { runProgram } from "../../support/run.ts";

/** Where clients find the authority, in the folder of an environment's repository. Without encryption there is none. */
export const AUTHORITY = "test-ca.crt";

/** The Secrets with certificates that people make where `tls.certificates` is `existing`, all of one new authority, which is left in the repository. */
export async function makeCertificates(repository: string, namespace: string): Promise<LiveObject[]> {
  const needed = planOf(readSources(repository)).environments.flatMap(neededCertificates);
  if (needed.length === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), "milvus-gitops-certificates-"));
  try {
    await openssl(
      folder,
      "req",
      "-x509",
      ...KEYS.ECDSA,
      "-days",
      "2",
      "-subj",
      "/CN=test",
      "-keyout",
      "ca.key",
      "-out",
      "ca.crt",
    );
    writeFileSync(join(repository, AUTHORITY), readFileSync(join(folder, "ca.crt")));
    const secrets: LiveObject[] = [];
    for (const one of needed) secrets.push(await certificate(folder, namespace, one));
    return secrets;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How a new key is asked for; openssl writes it as PKCS #8. */
const KEYS = {
  ECDSA: ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"],
  RSA: ["-newkey", "rsa:2048", "-nodes"],
} as const;

async function certificate(folder: string, namespace: string, needed: NeededCertificate): Promise<LiveObject> {
  const { secretName, names, key, commonName } = needed;
  const alternatives = names.map((name) => `${isIP(name) === 0 ? "DNS" : "IP"}:${name}`).join(",");
  writeFileSync(
    join(folder, "extensions"),
    `subjectAltName=${alternatives}\nkeyUsage=digitalSignature,keyEncipherment\nextendedKeyUsage=serverAuth,clientAuth\n`,
  );
  const subject = commonName === undefined ? "/O=test" : `/CN=${commonName}`;
  await openssl(folder, "req", ...KEYS[key], "-subj", subject, "-keyout", "tls.key", "-out", "request");
  const signed = ["-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", "extensions"];
  await openssl(folder, "x509", "-req", "-in", "request", ...signed, "-out", "tls.crt");
  const stringData = Object.fromEntries(
    ["tls.crt", "tls.key", "ca.crt"].map((file) => [file, readFileSync(join(folder, file), "utf8")]),
  );
  const metadata = { name: secretName, namespace };
  const secret: unknown = { apiVersion: "v1", kind: "Secret", type: "kubernetes.io/tls", metadata, stringData };
  return secret as LiveObject;
}

function openssl(folder: string, ...args: readonly string[]): Promise<string> {
  return runProgram(folder, "openssl", ...args);
}
