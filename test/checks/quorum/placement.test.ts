import { describe, expect, it } from "vitest";
import { podsKeepToHosts, podsSpreadOverZones } from "../../../generator/checks/quorum/placement.ts";
import type { Placement } from "../../../generator/model/environment.ts";
import { adding, all, aWorkload, type Edit, plannedTree, set } from "./edits.ts";

/** Hosts are required and zones preferred. */
const TREE = plannedTree("production");
const AFFINITY = "spec.template.spec.affinity";
const SPREAD = "spec.template.spec.topologySpreadConstraints";
const OWN = { matchLabels: { "app.kubernetes.io/name": "etcd" } };
const HOST = "kubernetes.io/hostname";
const ZONE = "topology.kubernetes.io/zone";
const SUBJECT = "StatefulSet milvus-prod/etcd";

describe("podsKeepToHosts", () => {
  const required = (term: object) => affinity({ requiredDuringSchedulingIgnoredDuringExecution: [term] });
  const preferred = (podAffinityTerm: object) =>
    affinity({ preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm }] });

  it("accepts what is as strict as the environment promises, or stricter", () => {
    const kept = required({ labelSelector: OWN, topologyKey: HOST });

    expect(podsKeepToHosts.find(TREE)).toEqual([]);
    expect(podsKeepToHosts.find(kept(TREE))).toEqual([]);
    expect(podsKeepToHosts.find(all(placement({ hosts: "preferred" }), kept)(TREE))).toEqual([]);
    expect(podsKeepToHosts.find(all(placement({ hosts: "none" }), affinity(undefined))(TREE))).toEqual([]);
  });

  it.each([
    { title: "nothing", edit: set("StatefulSet etcd", AFFINITY, undefined) },
    { title: "a preference", edit: preferred({ labelSelector: OWN, topologyKey: HOST }) },
    { title: "another topology", edit: required({ labelSelector: OWN, topologyKey: ZONE }) },
    { title: "other pods", edit: required({ labelSelector: { matchLabels: { app: "other" } }, topologyKey: HOST }) },
    { title: "no pods", edit: required({ topologyKey: HOST }) },
    { title: "nonsense", edit: set("StatefulSet etcd", AFFINITY, ["none"]) },
  ])("refuses $title where hosts are required", ({ edit }) => {
    expect(podsKeepToHosts.find(edit(TREE))).toEqual([
      { subject: SUBJECT, message: "Its pods do not keep to hosts of their own, which is required." },
    ]);
  });

  it("asks a single pod for nothing, nor what a person wrote", () => {
    const alone = all(set("StatefulSet etcd", "spec.replicas", 1), affinity(undefined));

    expect(podsKeepToHosts.find(alone(TREE))).toEqual([]);
    expect(podsKeepToHosts.find(adding(aWorkload("Deployment", "attu", {}))(TREE))).toEqual([]);
  });
});

describe("podsSpreadOverZones", () => {
  const spread = (term: object) => set("StatefulSet etcd", SPREAD, [{ maxSkew: 1, ...term }]);
  const soft = spread({ labelSelector: OWN, topologyKey: ZONE, whenUnsatisfiable: "ScheduleAnyway" });
  const hard = spread({ labelSelector: OWN, topologyKey: ZONE, whenUnsatisfiable: "DoNotSchedule" });

  it("accepts what is as strict as the environment promises, or stricter", () => {
    expect(podsSpreadOverZones.find(TREE)).toEqual([]);
    expect(podsSpreadOverZones.find(soft(TREE))).toEqual([]);
    expect(podsSpreadOverZones.find(hard(TREE))).toEqual([]);
  });

  it("refuses a preference where zones are required", () => {
    const required = plannedTree("production", { placement: { zones: "required" } });

    expect(podsSpreadOverZones.find(required)).toEqual([]);
    expect(podsSpreadOverZones.find(soft(required))).toEqual([
      { subject: SUBJECT, message: "Its pods do not spread over zones, which is required." },
    ]);
  });

  it.each([
    { title: "nothing", edit: set("StatefulSet etcd", SPREAD, undefined) },
    { title: "hosts", edit: spread({ labelSelector: OWN, topologyKey: HOST }) },
    { title: "other pods", edit: spread({ labelSelector: { matchLabels: { app: "other" } }, topologyKey: ZONE }) },
  ])("refuses $title in place of zones", ({ edit }) => {
    expect(podsSpreadOverZones.find(edit(TREE))).toEqual([
      { subject: SUBJECT, message: "Its pods do not spread over zones, which is preferred." },
    ]);
  });
});

function affinity(podAntiAffinity: object | undefined): Edit {
  return set("StatefulSet etcd", AFFINITY, { podAntiAffinity });
}

function placement(changed: Partial<Placement>): Edit {
  return (tree) => {
    const { environment } = tree;
    return { ...tree, environment: { ...environment, placement: { ...environment.placement, ...changed } } };
  };
}
