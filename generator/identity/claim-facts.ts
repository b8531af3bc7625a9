import { factText } from "./fact-text.ts";
import type { Fact } from "./facts.ts";
import { type ClaimTemplate, containersOf, type StatefulSetSpec } from "./stateful-set.ts";

/** What stands for the storage class that the cluster takes where none is named. */
const DEFAULT_CLASS = "(default)";

/** The claim templates of a StatefulSet, and where its pods find the volumes. */
export function claimFacts(prefix: string, templates: readonly ClaimTemplate[], spec: StatefulSetSpec): Fact[] {
  if (templates.length === 0) return [];
  return [
    [`${prefix}.claims`, templates.map(nameOf).join()],
    ...alike(templates).flatMap((group) => groupFacts(prefix, group, spec)),
  ];
}

interface Group {
  readonly name: string;
  readonly templates: readonly ClaimTemplate[];
}

/** The drives of a server, `data-0` and so on, are one volume said several times, and change together: `data`. */
function alike(templates: readonly ClaimTemplate[]): Group[] {
  const groups = new Map<string, ClaimTemplate[]>();
  for (const template of templates) {
    const name = nameOf(template).replace(/-\d+$/, "");
    groups.set(name, [...(groups.get(name) ?? []), template]);
  }
  return [...groups].map(([name, members]) => ({ name, templates: members }));
}

function groupFacts(prefix: string, { name, templates }: Group, spec: StatefulSetSpec): Fact[] {
  const each = (text: (template: ClaimTemplate) => string) => [...new Set(templates.map(text))].join();
  return [
    [`${prefix}.claims.${name}.size`, each(({ spec: { resources } }) => resources.requests.storage)],
    [`${prefix}.claims.${name}.storageClass`, each(({ spec: { storageClassName } }) => storageClassName ?? DEFAULT_CLASS)],
    [`${prefix}.claims.${name}.template`, each(templateText)],
    [`${prefix}.claims.${name}.mountPath`, each((template) => mountPath(spec, nameOf(template)))],
  ];
}

/** All that is neither the size nor the class. */
function templateText({ metadata, spec }: ClaimTemplate): string {
  const { name: _, ...ofMetadata } = metadata;
  const { storageClassName: _1, resources: _2, ...ofSpec } = spec;
  return factText({ ...ofMetadata, ...ofSpec });
}

function mountPath(spec: StatefulSetSpec, claim: string): string {
  const mounts = containersOf(spec).flatMap(({ volumeMounts = [] }) => volumeMounts.filter(({ name }) => name === claim));
  return [...new Set(mounts.map(({ mountPath, subPath }) => [mountPath, subPath ?? ""].join(":").replace(/:$/, "")))].join();
}

function nameOf({ metadata }: ClaimTemplate): string {
  return metadata.name;
}
