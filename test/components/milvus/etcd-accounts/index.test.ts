import { describe, expect, it } from "vitest";
import { podOwners } from "../../../../generator/checks/workload.ts";
import { milvusDeployment } from "../../../../generator/components/milvus/deployment.ts";
import { milvusEnv } from "../../../../generator/components/milvus/env/index.ts";
import { etcdAccountsUnits } from "../../../../generator/components/milvus/etcd-accounts/index.ts";
import { etcdAccountsScript } from "../../../../generator/components/milvus/etcd-accounts/script.ts";
import type { Environment } from "../../../../generator/model/environment.ts";
import { anAuthentication, anEnvironment, aRequiredSecret, aTls } from "../../../support/environments.ts";

const SECRET = (name: string, key: string) => ({ name, valueFrom: { secretKeyRef: { name: "milvus-etcd", key } } });

describe("what makes the users of etcd", () => {
  it("is nothing where etcd knows none, or is outside", () => {
    expect(etcdAccountsUnits(anEnvironment())).toEqual([]);
    expect(etcdAccountsUnits(withPasswords({ etcd: OUTSIDE }))).toEqual([]);
  });

  it("is a Job between etcd and the roles, which Argo CD makes anew with every sync", () => {
    const [unit] = etcdAccountsUnits(withPasswords());
    const [job] = unit?.resources ?? [];

    expect(unit?.path).toBe("milvus/etcd-accounts");
    expect(job?.object).toMatchObject({
      kind: "Job",
      metadata: {
        name: "milvus-etcd-accounts",
        annotations: { "argocd.argoproj.io/hook": "Sync", "argocd.argoproj.io/sync-wave": "1" },
      },
    });
    expect(podOwners(job === undefined ? [] : [job.object])[0]?.pod).toMatchObject({
      serviceAccountName: "etcd",
      containers: [
        {
          name: "etcd-accounts",
          image: "milvusdb/milvus:v2.6.20",
          args: [etcdAccountsScript(["by-dev/"], undefined)],
          env: [
            { name: "ETCD", value: "http://etcd:2379" },
            { name: "ENFORCED", value: "true" },
            SECRET("ROOT_PASSWORD", "root-password"),
            SECRET("MILVUS_PASSWORD", "milvus-password"),
          ],
        },
      ],
    });
  });

  it("shows encrypted members a certificate, and has them ask nobody before that is wanted", () => {
    const environment = withPasswords({ tls: aTls({ etcd: true }) }, false);
    const [job] = etcdAccountsUnits(environment)[0]?.resources ?? [];
    const [container] = podOwners(job === undefined ? [] : [job.object])[0]?.pod.containers ?? [];

    expect(container?.env?.slice(0, 2)).toEqual([
      { name: "ETCD", value: "https://etcd:2379" },
      { name: "ENFORCED", value: "false" },
    ]);
    expect(container?.args?.[0]).toContain("--cert /etc/tls/milvus-client-tls/tls.crt");
    expect(container?.volumeMounts).toEqual([
      { name: "milvus-client-tls", mountPath: "/etc/tls/milvus-client-tls", readOnly: true },
    ]);
  });

  it("lets Milvus use Woodpecker's keys too, where that is the log", () => {
    const script = etcdAccountsScript(["milvus/", "woodpecker/"], undefined);

    expect(script).toContain(`may_use ${base64("milvus/")} ${base64("milvus0")}`);
    expect(script).toContain(`may_use ${base64("woodpecker/")} ${base64("woodpecker0")}`);
  });
});

describe("the roles of Milvus", () => {
  it("show etcd their user and the password of the Secret", () => {
    expect(etcdVariables(withPasswords())).toEqual([
      { name: "ETCD_AUTH_USERNAME", value: "milvus" },
      SECRET("ETCD_AUTH_PASSWORD", "milvus-password"),
    ]);
    expect(etcdVariables(anEnvironment())).toEqual([]);
  });

  it("show an etcd outside the user that was made there", () => {
    expect(etcdVariables(withPasswords({ etcd: OUTSIDE }))).toEqual([
      SECRET("ETCD_AUTH_USERNAME", "milvus-user"),
      SECRET("ETCD_AUTH_PASSWORD", "milvus-password"),
    ]);
  });

  it.each([
    { title: "begins to ask", environment: withPasswords(), annotations: { "gitops.milvus.dev/etcd-asks": "true" } },
    { title: "asks nobody yet", environment: withPasswords({}, false), annotations: {} },
    { title: "is outside", environment: withPasswords({ etcd: OUTSIDE }), annotations: {} },
  ])("are replaced when etcd asks: it $title", ({ environment, annotations }) => {
    const [role] = environment.milvus.roles;
    if (role === undefined) throw new Error("There is no role.");

    const [owner] = podOwners([milvusDeployment(environment, role)]);
    expect(owner?.podAnnotations).toEqual(annotations);
  });
});

const OUTSIDE: Environment["etcd"] = { mode: "external", endpoints: ["etcd.example.com:2379"], rootPath: "acme" };

function etcdVariables(environment: Environment) {
  const [role] = environment.milvus.roles;
  if (role === undefined) throw new Error("There is no role.");
  return milvusEnv(environment, role).filter(({ name }) => name.startsWith("ETCD_"));
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

function withPasswords(overrides: Partial<Environment> = {}, enforced = true): Environment {
  const { secrets } = anEnvironment();
  const keys = ["root-password", "milvus-password", "token-key"];
  return anEnvironment({
    authentication: anAuthentication({ etcd: { enabled: true, enforced } }),
    secrets: { ...secrets, required: [aRequiredSecret(), aRequiredSecret({ purpose: "etcd", name: "milvus-etcd", keys })] },
    ...overrides,
  });
}
