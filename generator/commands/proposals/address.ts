import { EXIT, GeneratorError } from "../../errors.ts";

export interface RepositoryAddress {
  readonly owner: string;
  readonly repo: string;
  /** Of the REST API: `https://api.github.com`. */
  readonly apiUrl: string;
}

/**
 * Where GitHub has the repository that Argo CD fetches. An Enterprise Server answers below its own host, a tenant with data
 * residency at `api.` of it (docs.github.com, "Getting started with the REST API").
 */
export function repositoryAddress(url: string, env: NodeJS.ProcessEnv): RepositoryAddress {
  const [, host = "", path = ""] = /^(?:https:\/\/|ssh:\/\/git@|git@)([^/:]+)(?::\d+)?[:/]+(.+)$/.exec(url) ?? [];
  const [owner = "", repo = "", ...rest] = path
    .replace(/\/+$/, "")
    .replace(/\.git$/, "")
    .split("/");
  if (owner === "" || repo === "" || rest.length > 0) throw noRepository(url);
  return { owner, repo, apiUrl: (env.GITHUB_API_URL || apiOf(host)).replace(/\/+$/, "") };
}

function apiOf(host: string): string {
  if (host === "github.com" || host === "ssh.github.com") return "https://api.github.com";
  return host.endsWith(".ghe.com") ? `https://api.${host}` : `https://${host}/api/v3`;
}

function noRepository(url: string): GeneratorError {
  return new GeneratorError({
    code: "E_URL",
    exitCode: EXIT.input,
    message: `repository.url in gitops.yaml, ${url}, is not the address of a GitHub repository.`,
    remedy: "Use https://host/owner/repository.git; with another forge, --local makes a branch that you push yourself.",
  });
}
