import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aPulsarCluster } from "../../support/environments.ts";
import { aPulsarHome, runScript } from "./shell.ts";
import { containerOf } from "./units.ts";

const [START = ""] = containerOf(aPulsarCluster(), "pulsar/zookeeper").args;
const MEMBERS = "server.1=a.svc:2888:3888 server.2=b.svc:2888:3888";

describe("the configuration of a role", () => {
  it("is the image's file, and every member of the ensemble on a line of its own", () => {
    const home = aPulsarHome([]);

    runScript(home, START, "pulsar-zookeeper-1", { ZOOKEEPER_MEMBERS: MEMBERS });

    expect(readFileSync(join(home, "run/zookeeper.conf"), "utf8")).toBe(
      "key=value\nserver.1=a.svc:2888:3888\nserver.2=b.svc:2888:3888\n",
    );
    expect(readFileSync(join(home, "data/zookeeper/myid"), "utf8")).toBe("2\n");
  });

  it("is made anew when the container starts again in the same pod", () => {
    const home = aPulsarHome([]);
    runScript(home, START, "pulsar-zookeeper-0", { ZOOKEEPER_MEMBERS: `${MEMBERS} server.3=c.svc:2888:3888` });

    runScript(home, START, "pulsar-zookeeper-0", { ZOOKEEPER_MEMBERS: MEMBERS });

    expect(readFileSync(join(home, "run/zookeeper.conf"), "utf8")).toBe(
      "key=value\nserver.1=a.svc:2888:3888\nserver.2=b.svc:2888:3888\n",
    );
  });
});
