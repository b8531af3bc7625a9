import { createPrivateKey } from "node:crypto";
import { githubError } from "./failure.ts";

/** What the calls are made with. An App without `installationId` is looked up by the repository. */
export type Credentials =
  | { readonly token: string }
  | { readonly appId: string; readonly privateKey: string; readonly installationId: number | undefined };

/**
 * The credentials, once they are known to be usable. A token with a line break would otherwise be refused by `fetch`, with a
 * message that shows it. Keys from environment variables often have `\n` for their line breaks.
 */
export function usable(credentials: Credentials): Credentials {
  if ("token" in credentials) {
    if (!/^[\x21-\x7e]+$/.test(credentials.token)) throw bad("The token is empty, or has a space or a line break in it.");
    return credentials;
  }
  const privateKey = credentials.privateKey.replaceAll("\\n", "\n");
  if (!isAppId(credentials.appId)) throw bad("The id of the GitHub App is neither a number nor a client id.");
  if (!isRsaKey(privateKey)) throw bad("The private key of the GitHub App is not an RSA key in PEM form.");
  return { ...credentials, privateKey };
}

/** A number, or a client id as `Iv23…`. */
export function isAppId(text: string): boolean {
  return /^[\w.-]+$/.test(text);
}

/** Whether the text is an RSA key in PEM form, the only kind that GitHub gives to Apps. */
export function isRsaKey(privateKey: string): boolean {
  try {
    return createPrivateKey(privateKey).asymmetricKeyType === "rsa";
  } catch {
    // The reason names parts of the key's form, which is nobody's business.
    return false;
  }
}

/** A token must not cross a network in clear text. */
export function requireSafeAddress(apiUrl: string): void {
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined;
  const isLoopback = url !== undefined && /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback)) return;
  throw githubError({
    code: "E_GITHUB",
    message: "The address of GitHub's API is not an https address.",
    remedy: "Set it as https://api.github.com, or https://<host>/api/v3 for an Enterprise Server.",
  });
}

function bad(message: string) {
  return githubError({
    code: "E_GITHUB_TOKEN",
    message,
    remedy: "Set GITHUB_TOKEN, or GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY, as GitHub gave them.",
  });
}
