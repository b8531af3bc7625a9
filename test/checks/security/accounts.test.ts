import { describe, expect, it } from "vitest";
import {
  accountTokenNotMounted,
  podTokenNotMounted,
  serviceAccountIsOwn,
  serviceLinksOff,
} from "../../../generator/checks/security/accounts.ts";
import { soundExcept, soundObjects } from "../objects.ts";
import { treeOf } from "../trees.ts";

const POD = "spec.template.spec";
const WEB = "Deployment milvus-test/web";

describe("accounts and pods", () => {
  it.each([accountTokenNotMounted, podTokenNotMounted, serviceAccountIsOwn, serviceLinksOff])(
    "are accepted without tokens and links, each under an account of its own: $name",
    ({ find }) => {
      expect(find(treeOf(soundObjects()))).toEqual([]);
    },
  );

  it.each([true, undefined])("are refused with a token by %s", (value) => {
    const account = soundExcept("ServiceAccount web", "automountServiceAccountToken", value);
    const pod = soundExcept("StatefulSet db", `${POD}.automountServiceAccountToken`, value);

    expect(accountTokenNotMounted.find(treeOf(account))).toEqual([
      { subject: "ServiceAccount milvus-test/web", message: "Its token is mounted into every pod that does not refuse it." },
    ]);
    expect(podTokenNotMounted.find(treeOf(pod))).toEqual([
      { subject: "StatefulSet milvus-test/db", message: "The token of its account is mounted." },
    ]);
  });

  it.each([true, undefined])("are refused with service links by %s", (value) => {
    expect(serviceLinksOff.find(treeOf(soundExcept("Deployment web", `${POD}.enableServiceLinks`, value)))).toEqual([
      { subject: WEB, message: "Service links are on." },
    ]);
  });

  it.each(["default", undefined])("are refused under the account %s", (value) => {
    expect(serviceAccountIsOwn.find(treeOf(soundExcept("Deployment web", `${POD}.serviceAccountName`, value)))).toEqual([
      { subject: WEB, message: "It runs under the account default." },
    ]);
  });

  it("are refused with another account under the deprecated name", () => {
    expect(serviceAccountIsOwn.find(treeOf(soundExcept("Deployment web", `${POD}.serviceAccount`, "web")))).toEqual([]);
    expect(serviceAccountIsOwn.find(treeOf(soundExcept("Deployment web", `${POD}.serviceAccount`, "old")))).toEqual([
      { subject: WEB, message: "It names the account old in serviceAccount, which is deprecated." },
    ]);
  });
});
