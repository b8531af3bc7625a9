import { parseDocument } from "../config/document.ts";
import type { Facts } from "../identity/facts.ts";
import type { GoneEnvironment } from "../identity/renamed.ts";
import type { Cluster } from "../model/environment.ts";
import { clusterKey } from "../model/rules/across/cluster-key.ts";
import type { FileChange } from "../system/tree.ts";
import { parseIdentity } from "./identity-file.ts";

const FILE = /^(?:overlays\/([^/]+)\/identity|apps\/([^/]+)\/application)\.yaml$/;

/** The environments whose files a run would remove. Where the whole folder is gone, its Application still tells where it was. */
export function goneEnvironments(changes: readonly FileChange[]): GoneEnvironment[] {
  const facts = new Map<string, Facts>();
  for (const { path, kind, before = "" } of changes) {
    const [, ofRecord, ofApplication] = FILE.exec(path) ?? [];
    const name = ofRecord ?? ofApplication;
    if (name === undefined || kind !== "delete") continue;
    const found = ofRecord === undefined ? destinationFacts(path, before) : parseIdentity(before);
    facts.set(name, { ...facts.get(name), ...found });
  }
  return [...facts].map(([name, known]) => ({ name, facts: known }));
}

interface Application {
  readonly spec?: { readonly destination?: { readonly namespace: string } & Cluster };
}

function destinationFacts(path: string, text: string): Facts {
  const parsed = parseDocument(path, new TextEncoder().encode(text));
  const destination = "findings" in parsed ? undefined : (parsed.document.value as Application).spec?.destination;
  return destination === undefined ? {} : { cluster: clusterKey(destination), namespace: destination.namespace };
}
