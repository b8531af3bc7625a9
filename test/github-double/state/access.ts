import { createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import type { AppCredentials } from "../double.ts";
import type { State } from "./state.ts";

export const INSTALLATION = 4242;
const APP = "1234";

/** Who asks; `app` is the App itself, by a JWT. Undefined for credentials that are not taken. */
export type Caller = { readonly actor: string; readonly isApp: boolean } | undefined;

export function callerOf({ access }: State, authorization: string | undefined): Caller {
  const [, token = ""] = /^(?:token|bearer) (.+)$/i.exec(authorization ?? "") ?? [];
  if (token === access.token && !access.isTokenRevoked) return { actor: "gitops-bot", isApp: false };
  if (access.installationTokens.has(token)) return { actor: "milvus-gitops[bot]", isApp: false };
  return isSignedByApp(access, token) ? { actor: "milvus-gitops[bot]", isApp: true } : undefined;
}

/** The App of the double; its key is made once. */
export function appCredentials({ access }: State): AppCredentials {
  access.app ??= makeApp();
  return { appId: access.app.id, privateKey: access.app.privateKey, installationId: INSTALLATION };
}

function makeApp(): NonNullable<State["access"]["app"]> {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  return { id: APP, publicKey: createPublicKey(publicKey), privateKey };
}

/** RS256, made out by this App, begun, and for ten minutes at most, as GitHub wants it. */
function isSignedByApp({ app }: State["access"], token: string): boolean {
  const [header = "", payload = "", signature = ""] = token.split(".");
  if (app === undefined || signature === "") return false;
  const { iss, iat, exp } = decoded(payload);
  const now = Date.now() / 1000;
  const isInTime = Number(iat) <= now + 60 && Number(exp) > now && Number(exp) <= now + 660;
  const isGenuine = verify(
    "RSA-SHA256",
    Buffer.from(`${header}.${payload}`),
    app.publicKey,
    Buffer.from(signature, "base64url"),
  );
  return `${iss}` === app.id && decoded(header).alg === "RS256" && isInTime && isGenuine;
}

function decoded(part: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString()) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}
