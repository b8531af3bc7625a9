import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { execute } from "../measure.mjs";
import { countObjects } from "./objects.mjs";

const VALUES = join(import.meta.dirname, "helm-values.yaml");
const NAME = "3 x helm template";

/** Three environments of the Milvus chart as helm renders them: the same parts and replicas, without a cluster. */
export function helm({ HELM: program = "helm", MILVUS_CHART: chart }) {
  if (spawnSync(program, ["version", "--short"]).status !== 0) {
    return { name: NAME, missing: "Install helm (https://helm.sh/docs/intro/install/), or set HELM to its path." };
  }
  if (chart === undefined || !existsSync(chart)) {
    return {
      name: NAME,
      missing:
        "Run `helm pull milvus --repo https://zilliztech.github.io/milvus-helm`, and set MILVUS_CHART to what it leaves.",
    };
  }
  const commands = ["dev", "staging", "prod"].map((name) => ({
    program,
    args: ["template", name, chart, "--namespace", `milvus-${name}`, "--values", VALUES],
  }));
  return { name: NAME, version: versionOf(program, chart), objects: countObjects(commands.map(execute)), commands };
}

function versionOf(program, chart) {
  const version = execute({ program, args: ["version", "--short"] }).trim();
  const [, chartVersion] = /^version: (.+)$/m.exec(execute({ program, args: ["show", "chart", chart] })) ?? [];
  return `helm ${version}, chart milvus ${chartVersion}`;
}
