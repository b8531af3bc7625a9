import type { KubernetesObject } from "../../kubernetes/resource.ts";
import { inObjects } from "../find.ts";
import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { isMap } from "../read-as.ts";
import { configTexts } from "../references/texts.ts";
import { isSecretFile, secretSetting, sensitiveText } from "./patterns.ts";

/** By the words that scanners look for, in file names and settings. */
export const configMapsHoldNoSecrets: Invariant<EnvironmentTree> = {
  name: "config-maps-hold-no-secrets",
  code: "E_SECRET",
  severity: "error",
  reason: "A ConfigMap is in Git, and everyone in the namespace may read it.",
  remedy: "Take the value from a Secret, as a variable or a mounted file.",
  find: inObjects("ConfigMap", (object) => [
    ...fileNames(object)
      .filter(isSecretFile)
      .map((name) => `Its file ${name} is named like a credential.`),
    ...lines(object).flatMap((line) => found(secretSetting(line), "It sets")),
  ]),
};

/** What a scanner reports though it may well be harmless. */
export const configMapsPassScanners: Invariant<EnvironmentTree> = {
  name: "config-maps-pass-scanners",
  code: "E_SECRET",
  severity: "warning",
  reason: "Trivy's KSV-01010 takes it for sensitive, and a cluster that scans may refuse the ConfigMap.",
  remedy: "Say it in other words, or accept it by a suppression.",
  find: inObjects("ConfigMap", (object) => lines(object).flatMap((line) => found(sensitiveText(line), "It holds"))),
};

function fileNames({ data, binaryData }: KubernetesObject): string[] {
  return [data, binaryData].flatMap((files) => (isMap(files) ? Object.keys(files) : []));
}

function lines(object: KubernetesObject): string[] {
  return configTexts([object]).flatMap(({ text }) => text.split("\n"));
}

function found(text: string | undefined, verb: string): string[] {
  return text === undefined ? [] : [`${verb} ${text}.`];
}
