import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { descriptions, environmentFile } from "../support/repository.ts";
import { aFolder, contentsOf, IN_MEMORY, put } from "../system/temporary-folder.ts";
import { type Machine, start } from "./machine.ts";

const HOST = { host: "milvus.example.com" } as const;

/** What a person wrote: the smallest repository, and the same after a change that creates, updates and deletes files. */
export const SMALL = textsOf(
  environmentFile("development", {
    exposure: { type: "Ingress", controller: "nginx", className: "nginx", tlsSecretName: "tls", ...HOST },
  }),
);
export const CHANGED = textsOf(
  environmentFile("development", {
    exposure: { type: "Gateway", gateway: { name: "public", namespace: "gateways" }, ...HOST },
    labels: { "acme.com/team": "search" },
    milvus: { roles: { queryNode: { replicas: 2 } } },
  }),
);

type Texts = Readonly<Record<string, string>>;

function textsOf(environment: object): Texts {
  return Object.fromEntries(descriptions({ dev: environment }));
}

/** With a `node_modules`, as after `npm ci`, so that runs leave their stamp. In memory, where a sync costs nothing. */
export function aRepository(texts: Texts = SMALL): string {
  const root = aFolder({}, IN_MEMORY);
  mkdirSync(join(root, "node_modules"));
  write(root, texts);
  return root;
}

/** The same after a run, with its stamp. A run takes a fifth of a second, writing a tree that is known a hundredth. */
export async function aGeneratedRepository(machine: Machine, texts: Texts = SMALL): Promise<string> {
  const tree = generated.get(texts) ?? generateOnce(machine, texts);
  generated.set(texts, tree);
  return aRepository(await tree);
}

const generated = new Map<Texts, Promise<Texts>>();

async function generateOnce(machine: Machine, texts: Texts): Promise<Texts> {
  const root = aRepository(texts);
  const { code, stderr } = await start(machine, ["generate", "-C", root]);
  if (code !== 0) throw new Error(stderr);
  return contentsOf(root);
}

export function write(root: string, texts: Texts): void {
  for (const [path, text] of Object.entries(texts)) put(root, path, text);
}

export function copyOf(root: string): string {
  const copy = aFolder({}, IN_MEMORY);
  cpSync(root, copy, { recursive: true });
  return copy;
}

/** Everything that Git sees, and what it should see nothing of: a lock and temporary files. */
export function treeOf(root: string): Record<string, string> {
  const isSeen = ([path]: [string, string]) => !path.startsWith("node_modules/") && !path.endsWith("/");
  return Object.fromEntries(Object.entries(contentsOf(root)).filter(isSeen));
}

/** What a run leaves only when it was killed. */
export function remainsOf(root: string): string[] {
  return Object.keys(contentsOf(root)).filter((path) => /\.tmp-[0-9a-f]{12}$|^\.milvus-gitops\.lock/.test(path));
}
