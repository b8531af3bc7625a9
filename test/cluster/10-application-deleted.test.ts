import { describe, expect, inject, it } from "vitest";
import { timed } from "../support/eventually.ts";
import { kubectl } from "../support/kubectl.ts";
import { ARGOCD, requireApplication, settled } from "./support/argocd.ts";
import { namespaceOf } from "./support/environments.ts";
import { head } from "./support/repository.ts";
import { everything } from "./support/survivors.ts";

const COPY = inject("repository");
const DEV = namespaceOf("dev");

describe("an Application that is deleted by hand", () => {
  it("takes nothing with it, and the root brings it back", async ({ task }) => {
    const { metadata } = await requireApplication(DEV);
    const before = await everything(DEV);
    await kubectl(["delete", "application.argoproj.io", DEV, "-n", ARGOCD, "--wait=true"]);
    const {
      value: [application],
      seconds,
    } = await timed(async () => settled([DEV], await head(COPY), 120));

    task.meta.figure = `${Object.keys(before).length} objects stay, Synced and Healthy again after ${seconds} s`;
    expect(application?.metadata.uid).not.toBe(metadata.uid);
    expect(await everything(DEV)).toEqual(before);
  });
});
