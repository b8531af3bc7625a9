import { EXIT, GeneratorError } from "../../errors.ts";

export interface RepositoryAddress {
  readonly owner: string;
  readonly repo: string;
  /** Of the REST API: `https://api.github.com`. */
  readonly apiUrl: string;
}

/** What a command can do without GitHub: make a branch in the clone, with --local, or nothing. */
export type WithoutGitHub = "a branch" | "nothing";

/**
 * Where GitHub has the repository that Argo CD fetches. Credentials go there, so a host is taken for GitHub only where the environment
 * says so, and never because gitops.yaml names it. Throws E_URL.
 */
export function repositoryAddress(url: string, env: NodeJS.ProcessEnv, without: WithoutGitHub): RepositoryAddress {
  const { host, path } = placeOf(url);
  const apiUrl = apiUrlOf(host, env);
  if (apiUrl === undefined) throw notGitHub(host, without);
  const [owner = "", repo = "", ...rest] = path
    .replace(/\/+$/, "")
    .replace(/\.git$/, "")
    .split("/");
  if (owner === "" || repo === "" || rest.length > 0) throw noRepository(url);
  return { owner, repo, apiUrl };
}

/** Whether pull requests can be opened for a repository with this address. */
export function isOnGitHub(url: string, env: NodeJS.ProcessEnv): boolean {
  return apiUrlOf(placeOf(url).host, env) !== undefined;
}

function placeOf(url: string): { readonly host: string; readonly path: string } {
  const [, host = "", path = ""] = /^(?:https:\/\/|ssh:\/\/git@|git@)([^/:]+)(?::\d+)?[:/]+(.+)$/.exec(url) ?? [];
  return { host: host.toLowerCase(), path };
}

const GITHUB = "https://api.github.com";

/**
 * An Enterprise Server answers below its own host, a tenant with data residency at `api.` of it (docs.github.com, "Getting started with
 * the REST API"). Of other hosts, gh too takes only the one of GH_HOST for GitHub, and gives its token to no other server.
 */
function apiUrlOf(host: string, env: NodeJS.ProcessEnv): string | undefined {
  const isGitHub = ["github.com", "ssh.github.com"].includes(host);
  const told = (env.GITHUB_API_URL ?? "").replace(/\/+$/, "");
  // A runner of github.com tells every job its own address, which says nothing of another host.
  if (told !== "" && (isGitHub || told !== GITHUB)) return told;
  if (isGitHub) return GITHUB;
  if (host.endsWith(".ghe.com")) return `https://api.${host}`;
  return host !== "" && host === env.GH_HOST?.toLowerCase() ? `https://${host}/api/v3` : undefined;
}

function notGitHub(host: string, without: WithoutGitHub): GeneratorError {
  const server = `For an Enterprise Server, set GITHUB_API_URL=https://${host}/api/v3.`;
  const forge = "On any other forge, --local makes a branch in this clone that you push yourself.";
  return new GeneratorError({
    code: "E_URL",
    exitCode: EXIT.input,
    message: `repository.url in gitops.yaml is on ${host}, and pull requests need GitHub.`,
    remedy: without === "a branch" ? `${server} ${forge}` : server,
  });
}

function noRepository(url: string): GeneratorError {
  return new GeneratorError({
    code: "E_URL",
    exitCode: EXIT.input,
    message: `repository.url in gitops.yaml, ${url}, is not the address of a GitHub repository.`,
    remedy: "Use https://github.com/owner/repository.git.",
  });
}
