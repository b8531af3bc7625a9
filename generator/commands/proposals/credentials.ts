import { EXIT, GeneratorError } from "../../errors.ts";
import type { Credentials } from "../../github/client.ts";
import { isAppId, isRsaKey } from "../../github/credentials.ts";
import type { WithoutGitHub } from "./address.ts";

/**
 * What a person or a workflow gives to sign in with; undefined where nothing is given. An App goes before a token, and one that is half
 * given is refused with all that is wrong with it: a token would do the same as somebody else.
 */
export function findCredentials(env: NodeJS.ProcessEnv): Credentials | undefined {
  const { GITHUB_APP_ID: appId = "", GITHUB_APP_PRIVATE_KEY: key = "", GITHUB_APP_INSTALLATION_ID: installation = "" } = env;
  if (`${appId}${key}${installation}` !== "") return app({ appId, privateKey: lines(key), installation });
  const token = env.GITHUB_TOKEN || env.GH_TOKEN || "";
  return token === "" ? undefined : { token };
}

export function requireCredentials(env: NodeJS.ProcessEnv, without: WithoutGitHub): Credentials {
  const credentials = findCredentials(env);
  if (credentials !== undefined) return credentials;
  const either = "Set GITHUB_TOKEN (`GITHUB_TOKEN=$(gh auth token)`), or GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY";
  const local = "--local needs neither, and makes a branch in this clone";
  throw signInError(
    "There is nothing to sign in to GitHub with.",
    without === "a branch" ? `${either}; ${local}.` : `${either}.`,
  );
}

/** A variable of one line has them escaped. */
function lines(key: string): string {
  return key.replaceAll("\\n", "\n");
}

interface App {
  readonly appId: string;
  readonly privateKey: string;
  readonly installation: string;
}

function app({ appId, privateKey, installation }: App): Credentials {
  const problems = appProblems({ appId, privateKey, installation });
  if (problems.length === 0)
    return { appId, privateKey, installationId: installation === "" ? undefined : Number(installation) };
  throw signInError(
    ["The GitHub App cannot be signed in:", ...problems.map((problem) => `  ${problem}`)].join("\n"),
    "Set GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY as GitHub gave them, or none of the App's variables.",
  );
}

/** No value is told: the key may stand in the wrong variable. */
function appProblems({ appId, privateKey, installation }: App): string[] {
  return [
    appId === "" && "GITHUB_APP_ID is not set.",
    appId !== "" && !isAppId(appId) && "GITHUB_APP_ID is neither a number nor a client id.",
    privateKey === "" && "GITHUB_APP_PRIVATE_KEY is not set.",
    privateKey !== "" && !isRsaKey(privateKey) && "GITHUB_APP_PRIVATE_KEY is not an RSA key in PEM form.",
    installation !== "" && !/^[1-9]\d{0,14}$/.test(installation) && "GITHUB_APP_INSTALLATION_ID is not a whole number.",
  ].filter((problem) => problem !== false);
}

function signInError(message: string, remedy: string): GeneratorError {
  return new GeneratorError({ code: "E_GITHUB_TOKEN", exitCode: EXIT.input, message, remedy });
}
