import fc from "fast-check";
import type { Settings } from "../../generator/config/schema/settings.ts";
import type { Family, RoleName } from "../../generator/model/environment.ts";
import { RELEASES } from "../../generator/model/releases/index.ts";

type Worker = NonNullable<NonNullable<NonNullable<Settings["milvus"]>["roles"]>["queryNode"]>;
type Devices = Pick<Worker, "gpu" | "localStorageClass">;

const WITHOUT_GPUS: Devices[] = [{}, {}, { localStorageClass: "local-nvme" }, { gpu: { count: 0 } }];

const WITH_GPUS: Devices[] = [
  { gpu: { count: 1 } },
  { gpu: { count: 2, resource: "nvidia.com/mig-3g.20gb", runtimeClassName: "nvidia" }, localStorageClass: "local-nvme" },
  { gpu: { count: 1, rollOut: "replace" } },
];

/** A disk and GPUs of its own, for the roles that may have them. */
export function anyDevices(family: Family, name: RoleName): fc.Arbitrary<Devices> {
  const { builds, searches } = RELEASES[family].gpuRoles;
  if (name === "streamingNode") return fc.constantFrom<Devices[]>({}, { localStorageClass: "local-nvme" });
  if (name !== builds && name !== searches) return fc.constant({});
  return fc.constantFrom(...WITHOUT_GPUS, ...WITHOUT_GPUS, ...WITH_GPUS);
}
