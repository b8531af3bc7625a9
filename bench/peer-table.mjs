import { execute, takeTurns } from "./measure.mjs";
import { cdk8s } from "./peers/cdk8s.mjs";
import { helm } from "./peers/helm.mjs";
import { kustomize } from "./peers/kustomize.mjs";
import { changeOne, forgetBundle, generator, newClone, newRepository, ownSources, withOwnTool } from "./workspace.mjs";

/** Three environments by the generator and by each peer, in turns. */
export function measurePeers(workspace, options) {
  const sources = ownSources();
  const generated = newRepository(workspace, sources);
  execute(generate(workspace, generated));
  const peers = [helm(process.env), ...cdk8s(workspace, process.env, options), kustomize(workspace, generated)];
  const there = peers.filter(({ missing }) => missing === undefined);
  const results = takeTurns(interleave(there, ours(workspace, { sources, generated })), options.runs);
  return { peers: peers.map(({ commands: _, ...peer }) => peer), results };
}

/** A first run after a change of the generator bundles it; one after a clone finds no file; most find nothing to do. */
function ours(workspace, { sources, generated }) {
  const clone = () => [generate(workspace, newRepository(workspace, sources))];
  const own = withOwnTool(workspace);
  const cold = () => {
    forgetBundle(own);
    return [generate(own, newRepository(own, sources))];
  };
  const changed = newRepository(workspace, sources);
  const change = () => {
    changeOne(changed, sources);
    return [generate(workspace, changed)];
  };
  return [
    { name: "generate, no bundle yet", prepare: cold },
    { name: "generate, no file yet", prepare: clone },
    { name: "generate, one environment changed", prepare: change },
    { name: "generate, nothing changed", commands: [generate(workspace, generated)] },
    { name: "--help", commands: [generator(workspace, ["--help"])] },
    { name: "npm run generate, nothing changed", commands: [npmGenerate(workspace, generated)] },
    { name: "propose, one environment", commands: [propose(workspace, newClone(workspace, generated))] },
  ];
}

function generate(workspace, repository) {
  return generator(workspace, ["generate", "--directory", repository]);
}

/** Nothing is signed in and nothing is sent, so that GitHub's time is not in it: what is left is planning, and building twice. */
function propose(workspace, clone) {
  const args = ["propose", "--env", "prod", "--set", "milvus.roles.queryNode.replicas=6", "--dry-run", "--directory", clone];
  return generator(workspace, args, { env: { GITHUB_TOKEN: "", GH_TOKEN: "", GITHUB_APP_ID: "" } });
}

function npmGenerate({ tool }, repository) {
  return { program: "npm", args: ["run", "generate", "--", "--directory", repository], cwd: tool };
}

function interleave(first, second) {
  const length = Math.max(first.length, second.length);
  return Array.from({ length }, (_, index) => [first[index], second[index]])
    .flat()
    .filter((one) => one !== undefined);
}
