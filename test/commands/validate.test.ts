import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import { environmentFile, writeText } from "../support/repository.ts";
import { run, runIn } from "../support/run.ts";
import { DEV, generatedRepository } from "./repositories.ts";

/** A Service of a person that opens a port on every node, though the environment asks for another one only. */
const OPEN = `apiVersion: v1
kind: Service
metadata:
  name: probe
spec:
  type: NodePort
  selector:
    app.kubernetes.io/component: proxy
    app.kubernetes.io/name: milvus
  ports:
    - name: grpc
      port: 19530
      protocol: TCP
      targetPort: 19530
`;
const CUSTOM = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources:\n  - probe.yaml\n";
const PROBE = { invariant: "service-type-as-asked", object: "Service milvus-dev/probe" };
const REASON = "The load test wants a port of every node.";

describe("validate", () => {
  it("renders every environment and counts what it held against what", async () => {
    const { code, stdout } = await run(await generatedRepository(), "validate");

    expect(code).toBe(0);
    expect(stdout).toMatch(/^2 environments, \d+ objects, \d{3} invariants: 0 problems, 0 warnings, 0 suppressed\.\n$/);
  });

  it("fails for an object of custom/ that breaks an invariant, and says why and what to do", async () => {
    const { code, stdout, stderr } = await run(await withProbe(), "validate", "--env", "dev");

    expect(code).toBe(3);
    expect(stdout).toMatch(/^1 environment, \d+ objects, \d+ invariants: 1 problem, 0 warnings, 0 suppressed\.\n$/);
    expect(stderr).toContain("\nService milvus-dev/probe: It is of type NodePort, and only milvus-proxy may be.\n  ");
    expect(stderr).toContain("(service-type-as-asked, E_NET)\n");
  });

  it("shows what a person accepts with a reason, and does not fail for it", async () => {
    const root = await withProbe({ ...DEV, suppressions: [{ ...PROBE, reason: REASON }] });
    const { code, stdout, stderr } = await run(root, "validate", "--env", "dev");

    expect(code).toBe(0);
    expect(stdout).toMatch(/: 0 problems, 0 warnings, 1 suppressed\.\n$/);
    expect(stderr).toContain(
      `suppressed: ${PROBE.object}: It is of type NodePort, and only milvus-proxy may be.\n  ${REASON} (`,
    );
  });

  it("fails for a suppression that hides nothing", async () => {
    const root = await generatedRepository({ dev: { ...DEV, suppressions: [{ ...PROBE, reason: REASON }] } });
    const { code, stderr } = await run(root, "validate");

    expect(code).toBe(3);
    expect(stderr).toContain(
      `overlays/dev/environment.yaml: The suppression of ${PROBE.invariant} for ${PROBE.object} hides nothing.\n`,
    );
  });

  it("gives a program one document", async () => {
    const { code, stdout } = await run(await withProbe(), "validate", "--env", "dev", "--json");
    const { environments, good, problems, suppressed } = JSON.parse(stdout);

    expect({ code, environments, good, suppressed }).toEqual({ code: 3, environments: ["dev"], good: false, suppressed: [] });
    expect(problems).toEqual([
      expect.objectContaining({ invariant: PROBE.invariant, subject: PROBE.object, severity: "error", code: "E_NET" }),
    ]);
  });

  it("gives SARIF with a rule for each invariant, and the environment's file as the place", async () => {
    const { code, stdout } = await run(await withProbe(), "validate", "--env", "dev", "--sarif");
    const [{ tool, results }] = JSON.parse(stdout).runs;

    expect(code).toBe(3);
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toContain(PROBE.invariant);
    expect(results).toEqual([
      expect.objectContaining({
        ruleId: PROBE.invariant,
        level: "error",
        locations: [
          {
            physicalLocation: { artifactLocation: { uri: "overlays/dev/environment.yaml" }, region: { startLine: 1 } },
            logicalLocations: [{ fullyQualifiedName: PROBE.object, kind: "object" }],
          },
        ],
      }),
    ]);
  });

  it("refuses an environment that does not exist", async () => {
    const { code, stderr } = await run(await generatedRepository(), "validate", "--env", "prd");

    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'There is no environment "prd".\n  Use one of dev, prod. (E_REF)\n',
    });
  });

  it("renders nothing where a file leads out of the repository", async () => {
    const root = await withProbe();
    const away = "https://example.com/probe.yaml";
    writeText(root, "overlays/dev/custom/kustomization.yaml", CUSTOM.replace("probe.yaml", away));
    const { code, stdout, stderr } = await run(root, "validate");

    expect(code).toBe(3);
    expect(stdout).toMatch(/^0 environments, 0 objects, /);
    expect(stderr).toContain("overlays/dev/custom/kustomization.yaml: ");
    expect(stderr).toContain(away);
  });

  it("fails with Kustomize's own words where it builds nothing", async () => {
    const root = await withProbe();
    writeText(root, "overlays/dev/custom/probe.yaml", OPEN.replace("kind: Service\n", ""));
    const { code, stderr } = await run(root, "validate");

    expect(code).toBe(3);
    expect(stderr).toContain("missing kind in object");
    expect(stderr).toMatch(/\(E_BUILD\)\n$/);
  });

  it("renders no more environments of a fleet once one has failed", async () => {
    const names = ["a", "b", "c", "d", "e", "f"];
    const root = await generatedRepository(
      Object.fromEntries(names.map((name, index) => [name, environmentFile("development", clear(index))])),
    );
    const calls = join(root, "calls");
    const kustomize = join(root, "kustomize.sh");
    const build = `echo "$2" >> ${calls}; case "$2" in */a) exit 1;; esac; sleep 1; echo 'kind: List'`;
    writeFileSync(kustomize, `#!/bin/sh\nif [ "$1" = version ]; then echo v5.8.1; exit; fi\n${build}\n`, { mode: 0o755 });
    const { code, stderr } = await runIn({ cwd: root, env: { KUSTOMIZE: kustomize } }, "validate");

    expect(code).toBe(3);
    expect(stderr).toMatch(/\(E_BUILD\)\n$/);
    expect(readFileSync(calls, "utf8").trim().split("\n").length).toBeLessThanOrEqual(2);
  });

  it("lists every invariant, as docs/invariants.md has them", async () => {
    const { code, stdout } = await run(process.cwd(), "validate", "--list");

    expect(code).toBe(0);
    expect(readFileSync(join(import.meta.dirname, "../../docs/invariants.md"), "utf8")).toBe(stdout);
  });
});

/** Environments of one cluster want ports of their own. */
function clear(index: number): Partial<EnvironmentFile> {
  return { exposure: { type: "NodePort", nodePort: 30_001 + index } };
}

async function withProbe(dev: EnvironmentFile = DEV): Promise<string> {
  const root = await generatedRepository({ dev });
  writeText(root, "overlays/dev/custom/kustomization.yaml", CUSTOM);
  writeText(root, "overlays/dev/custom/probe.yaml", OPEN);
  const { code, stderr } = await run(root, "generate");
  if (code !== 0) throw new Error(stderr);
  return root;
}
