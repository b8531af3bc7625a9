/**
 * The App that reports, in the fields of notifications-engine `pkg/services/github.go` (`GitHubOptions`). Values with `$` are keys of
 * the Secret `argocd-notifications-secret`, which a person fills in: no credential is in Git.
 */
export function githubService(repository: string) {
  const base = enterpriseBaseUrl(repository);
  return {
    appID: "$milvus-gitops-github-app-id",
    installationID: "$milvus-gitops-github-installation-id",
    privateKey: "$milvus-gitops-github-private-key",
    ...(base === undefined ? {} : { enterpriseBaseURL: base }),
  };
}

/** Without it the controller asks github.com. An Enterprise Server needs the path too (notifications-engine#205). */
function enterpriseBaseUrl(repository: string): string | undefined {
  const [, host = ""] = /^(?:https:\/\/|ssh:\/\/git@|git@)([^/:]+)/.exec(repository) ?? [];
  if (host === "github.com" || host === "ssh.github.com") return undefined;
  return host.endsWith(".ghe.com") ? `https://api.${host}` : `https://${host}/api/v3`;
}
