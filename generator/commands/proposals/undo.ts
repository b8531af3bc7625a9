import { PLATFORM, type Proposal } from "./proposal.ts";

/** Fields that say which version of a program runs: an older one may not read what a newer one wrote, so `rollback` refuses them. */
const VERSIONS = /^(?:milvus\.(?:version|family|image\.)|(?:etcd|messageQueue\.pulsar)\.image\.)/;

/** How a merged proposal is taken back: the description as the branch had it before. */
export function undoOf({ name, fields, comparison }: Proposal): string[] {
  const revision = comparison.before.commit?.slice(0, 12);
  if (revision === undefined) return [];
  if (name === PLATFORM) return [`git restore --source ${revision} -- gitops.yaml && npm run generate`];
  if (fields.some(({ path }) => VERSIONS.test(path))) return [ONE_WAY];
  return [`npm run rollback -- --env ${name} --to ${revision}`, `It takes back what else is merged into ${name} since, too.`];
}

const ONE_WAY =
  "A version goes back only by its procedure, because an older one may not read what a newer one wrote: docs/runbooks/milvus-upgrade.md. It ends with an entry under acknowledge in environment.yaml.";
