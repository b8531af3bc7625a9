import { EXIT, GeneratorError } from "../../errors.ts";
import type { Credentials } from "../../github/client.ts";

/** What a person or a workflow gives to sign in with; undefined where nothing is given. An App goes before a token. */
export function findCredentials(env: NodeJS.ProcessEnv): Credentials | undefined {
  const { GITHUB_APP_ID: appId = "", GITHUB_APP_PRIVATE_KEY: key = "", GITHUB_APP_INSTALLATION_ID: installation = "" } = env;
  if (appId !== "" && key !== "") {
    // A variable of one line has them escaped.
    const privateKey = key.replaceAll("\\n", "\n");
    return { appId, privateKey, installationId: installation === "" ? undefined : Number(installation) };
  }
  const token = env.GITHUB_TOKEN || env.GH_TOKEN || "";
  return token === "" ? undefined : { token };
}

export function requireCredentials(env: NodeJS.ProcessEnv): Credentials {
  const credentials = findCredentials(env);
  if (credentials !== undefined) return credentials;
  throw new GeneratorError({
    code: "E_GITHUB_TOKEN",
    exitCode: EXIT.input,
    message: "There is nothing to sign in to GitHub with.",
    remedy:
      "Set GITHUB_TOKEN (`GITHUB_TOKEN=$(gh auth token)`), or GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY; --local needs neither, and makes a branch in this clone.",
  });
}
