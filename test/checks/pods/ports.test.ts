import { describe, expect, it } from "vitest";
import { portNamesLegal, portsDeclaredOnce, portsUnprivileged } from "../../../generator/checks/pods/ports.ts";
import { soundExcept, soundObjects } from "../objects.ts";
import { treeOf } from "../trees.ts";

const WEB = "Deployment milvus-test/web";
const SERVICE = "Service milvus-test/web";
const PORTS = "spec.template.spec.containers.0.ports";

describe("ports of containers and Services", () => {
  it.each([portsUnprivileged, portNamesLegal, portsDeclaredOnce])("are accepted: $name", ({ find }) => {
    expect(find(treeOf(soundObjects()))).toEqual([]);
  });

  it.each([22, 80, 1023])("are 1024 or above, unlike %i", (containerPort) => {
    expect(portsUnprivileged.find(treeOf(soundExcept("Deployment web", PORTS, [{ containerPort }])))).toEqual([
      { subject: WEB, message: `Container web: it listens on port ${containerPort}.` },
    ]);
  });

  it.each(["grpc", "http-2", "a23456789012345"])("may be called %s", (name) => {
    expect(portNamesLegal.find(treeOf(soundExcept("Deployment web", PORTS, [{ name, containerPort: 8080 }])))).toEqual([]);
  });

  it.each(["a234567890123456", "HTTP", "80", "a--b", "-a", "a-", "a_b", ""])("are not called %o", (name) => {
    expect(portNamesLegal.find(treeOf(soundExcept("Deployment web", PORTS, [{ name, containerPort: 8080 }])))).toEqual([
      { subject: WEB, message: `Container web: its port has the name ${name}.` },
    ]);
    expect(portNamesLegal.find(treeOf(soundExcept("Service web", "spec.ports.0.targetPort", name)))).toEqual([
      { subject: SERVICE, message: `It leads to a port of the name ${name}.` },
    ]);
  });

  it("have names of their own", () => {
    const ports = [
      { name: "http", containerPort: 8080 },
      { name: "http", containerPort: 8081 },
    ];
    const servicePorts = [
      { name: "http", port: 80 },
      { name: "http", port: 81 },
    ];

    expect(portsDeclaredOnce.find(treeOf(soundExcept("Deployment web", PORTS, ports)))).toEqual([
      { subject: WEB, message: "Container web: two of its ports have the name http." },
    ]);
    expect(portsDeclaredOnce.find(treeOf(soundExcept("Service web", "spec.ports", servicePorts)))).toEqual([
      { subject: SERVICE, message: "Two of its ports have the name http." },
    ]);
  });
});
