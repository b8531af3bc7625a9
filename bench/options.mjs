import { parseArgs } from "node:util";

export const USAGE = `Measures the generator beside helm, cdk8s and kustomize, a proposal, and fleets of 10 to 1,000 environments.

  npm run bench -- [--runs 10] [--large] [--peers] [--only peers|fleet] [--json]

  --runs <n>     how often each program runs; they take turns, and the median is told (fleets run a third as often)
  --large        also a fleet of 10,000 environments
  --peers        fetch cdk8s with npm into a temporary folder
  --only <part>  one of the two parts
  --json         one JSON document instead of tables

  HELM           the helm program; else the one on PATH
  MILVUS_CHART   the Milvus chart, a folder or a .tgz with its dependencies
  CDK8S          a folder with cdk8s, cdk8s-cli, cdk8s-plus-33 and constructs installed
  KUSTOMIZE      the kustomize program; else what \`npm run doctor\` finds
  TMPDIR         where the repositories are written: a disk like that of your clone
`;

/** What the command line says, or undefined where it asks for help. */
export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: "string", default: "10" },
      large: { type: "boolean", default: false },
      peers: { type: "boolean", default: false },
      only: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return undefined;
  return { ...values, runs: wholeNumber(values.runs), only: part(values.only) };
}

function wholeNumber(text) {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Error(`--runs ${text}: a number of 1 to 9999 is needed.`);
  return Number(text);
}

function part(text) {
  if (text !== undefined && text !== "peers" && text !== "fleet") throw new Error(`--only ${text}: use peers or fleet.`);
  return text;
}
