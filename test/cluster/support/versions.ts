import type { LiveObject } from "../../support/live-object.ts";
import { addressOf } from "./tracking.ts";

/** A text for each address, another one when the object is another. */
export type Versions = Readonly<Record<string, string>>;

/** Every write of an object changes its version here. */
export function versionsOf(objects: readonly LiveObject[]): Versions {
  return Object.fromEntries(objects.map((object): [string, string] => [addressOf(object), versionOf(object)]));
}

/** The same without what a controller reports: only what somebody asks for. */
export function specsOf(objects: readonly LiveObject[]): Versions {
  return Object.fromEntries(objects.map((object): [string, string] => [addressOf(object), JSON.stringify(object.spec ?? "")]));
}

/** The addresses of objects that are new, gone or written in between. */
export function changed(before: Versions, after: Versions): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => before[key] !== after[key]).sort();
}

/**
 * Argo CD keeps its own record in an Application's status, which is no subresource, and autoscalers and quotas count in theirs
 * all the time: of these only the specification says something.
 */
const RESTLESS = ["Application", "HorizontalPodAutoscaler", "ResourceQuota"];

function versionOf({ kind, metadata, spec }: LiveObject): string {
  if (RESTLESS.includes(kind)) return `${metadata.uid} ${JSON.stringify(spec)}`;
  return `${metadata.uid} generation ${metadata.generation ?? "-"} version ${metadata.resourceVersion}`;
}
