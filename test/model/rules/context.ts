import { loadConfig } from "../../../generator/config/index.ts";
import type { Environment } from "../../../generator/model/environment.ts";
import type { RuleContext } from "../../../generator/model/rules/rule.ts";
import { anEnvironment } from "../../support/environments.ts";

const PLATFORM = `apiVersion: gitops.milvus.dev/v1alpha1
kind: Platform
repository: { url: "https://github.com/acme/gitops", branch: main }
argocd: { namespace: argocd, version: "3.5" }
`;

/** What a rule is given: a complete environment whose file says nothing but its profile, unless it is told to say more. */
export function aContext(environment: Partial<Environment> = {}, overrides: Partial<RuleContext> = {}, file = ""): RuleContext {
  const text = `apiVersion: gitops.milvus.dev/v1alpha1\nkind: Environment\nprofile: production\n${file}`;
  const encode = (source: string) => new TextEncoder().encode(source);
  const { config, findings } = loadConfig({
    platform: { path: "gitops.yaml", bytes: encode(PLATFORM) },
    environments: [{ name: "prod", file: { path: "overlays/prod/environment.yaml", bytes: encode(text) }, custom: undefined }],
  });
  const [one] = config?.environments ?? [];
  if (config === undefined || one === undefined) throw new Error(JSON.stringify(findings));
  const { platform } = config;
  return { environment: anEnvironment(environment), config: one, platform, isProduction: true, unused: [], ...overrides };
}
