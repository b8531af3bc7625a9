import { describe, expect, it } from "vitest";
import { etcdStatefulSet } from "../../../generator/components/etcd/statefulset.ts";
import { anAuthentication, anEnvironment, anEtcd, aRequiredSecret, aTls } from "../../support/environments.ts";

const FLAG = "--auth-token=jwt,priv-key=/etc/etcd/tokens/token-key,sign-method=HS256,ttl=87600h";
const MOUNT = { name: "tokens", mountPath: "/etc/etcd/tokens", readOnly: true };
const VOLUME = {
  name: "tokens",
  secret: { secretName: "milvus-etcd", defaultMode: 0o440, items: [{ key: "token-key", path: "token-key" }] },
};

describe("a member of an etcd with passwords", () => {
  it.each([true, false])("signs tokens with the key that all have, and etcdctl in it is root; asked for: %s", (enforced) => {
    const { container, volumes } = member(enforced, false);

    expect(container.command.slice(2)).toEqual([FLAG]);
    expect(container.env.slice(-2)).toEqual([
      { name: "ETCDCTL_USER", value: "root" },
      { name: "ETCDCTL_PASSWORD", valueFrom: { secretKeyRef: { name: "milvus-etcd", key: "root-password" } } },
    ]);
    expect(container.volumeMounts.slice(1)).toEqual([MOUNT]);
    expect(volumes).toEqual([VOLUME]);
  });

  it("has its certificate besides", () => {
    const { container, volumes } = member(true, true);

    expect(container.command.at(-1)).toBe(FLAG);
    expect(container.volumeMounts.map(({ name }) => name)).toEqual(["data", "tls", "tokens"]);
    expect(volumes?.map(({ name }) => name)).toEqual(["tls", "tokens"]);
  });

  it("is the same as ever without", () => {
    expect(JSON.stringify(member(undefined, false))).not.toMatch(/token-key|ETCDCTL|volumes/);
  });
});

interface PodSpec {
  readonly containers: readonly [Member];
  readonly volumes?: readonly { readonly name: string }[];
}

interface Member {
  readonly command: readonly string[];
  readonly env: readonly object[];
  readonly volumeMounts: readonly { readonly name: string }[];
}

/** Undefined for an etcd that knows no passwords. */
function member(enforced: boolean | undefined, encrypted: boolean) {
  const { secrets } = anEnvironment();
  const keys = ["root-password", "milvus-password", "token-key"];
  const environment = anEnvironment({
    authentication: anAuthentication({ etcd: { enabled: enforced !== undefined, enforced: enforced ?? true } }),
    secrets: { ...secrets, required: [aRequiredSecret({ purpose: "etcd", name: "milvus-etcd", keys })] },
    tls: aTls({ etcd: encrypted }),
  });
  const { spec } = etcdStatefulSet(environment, anEtcd()) as unknown as {
    readonly spec: { readonly template: { readonly spec: PodSpec } };
  };
  const { containers, volumes } = spec.template.spec;
  return { container: containers[0], volumes };
}
