import type { RepositoryFile, RepositoryTree } from "../../../generator/checks/invariant.ts";
import { yamlReader } from "../../../generator/documents/parse-yaml.ts";
import type { Environment } from "../../../generator/model/environment.ts";
import { aPlatform } from "../../argocd/platform.ts";
import { anEnvironment } from "../../support/environments.ts";

type Contents = Readonly<Record<string, string | RepositoryFile>>;

/** A repository with the environment `prod` and these files. */
export function repositoryOf(contents: Contents, overrides: Partial<Environment> = {}): RepositoryTree {
  const files = Object.entries(contents).map(([path, file]): [string, RepositoryFile] => [
    path,
    typeof file === "string" ? { type: "file", text: file } : file,
  ]);
  return { platform: aPlatform(), environments: [anEnvironment(overrides)], files: new Map(files), parse: yamlReader() };
}

/** A kustomization with these fields, which are YAML. */
export function kustomization(...fields: readonly string[]): string {
  return `${["apiVersion: kustomize.config.k8s.io/v1beta1", "kind: Kustomization", ...fields].join("\n")}\n`;
}

export const WEB = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels:
    app: web
spec:
  replicas: 3
  template:
    spec:
      containers:
        - name: web
          image: registry.example.com:5000/web:1@sha256:${"0".repeat(64)}
          ports:
            - name: http
              containerPort: 80
          args: [a, b]
`;

/** `prod`, which takes the Deployment `web` of the base and does with it what the fields say. */
export function overBase(fields: readonly string[], files: Contents = {}): RepositoryTree {
  return repositoryOf({
    "base/web/kustomization.yaml": kustomization("resources: [deployment.yaml]"),
    "base/web/deployment.yaml": WEB,
    "overlays/prod/kustomization.yaml": kustomization("resources: [../../base/web]", ...fields),
    ...files,
  });
}
