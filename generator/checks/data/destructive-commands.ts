/** A command that destroys data, by its text, and what it does. */
type Pattern = readonly [RegExp, string];

const COMMANDS: readonly Pattern[] = [
  [/\b(?:bookieformat|shell +\w*format)\b/, "formats bookies or their metadata"],
  [/--?deleteCookie\b|\bcookie_delete\b/, "makes bookies forget whose data they hold"],
  [/\bnukeexistingcluster\b/, "deletes the metadata of every ledger"],
  [/--force-new-cluster(?!=false)\b|\bETCD_FORCE_NEW_CLUSTER=(?!false)./, "makes an etcd member forget the others"],
  [
    /--initial-cluster-state[= ]existing\b|\bETCD_INITIAL_CLUSTER_STATE=existing\b/,
    "makes new etcd members wait for a cluster that nobody forms",
  ],
  [/\betcdctl\b.*\bdel +(?:""|''|\/) +--(?:from-key|prefix)\b/, "deletes every key of etcd"],
  [/\bmkfs(?:\.\w+)?\b/, "formats a disk"],
  [/\bmc +r[bm]\b.*--force\b/, "deletes buckets or what is in them"],
  [/\b(?:deleteall|rmr) +\//, "deletes a tree of ZooKeeper"],
];

/** The folders of the images that stores keep their data in, also where a pod mounts its volume elsewhere. */
const DATA_FOLDERS = ["/bitnami", "/data", "/pulsar/data", "/var/lib/etcd"];

/** What commands of the text, one a line, would destroy. `mounts` are folders of claimed volumes. */
export function destructiveCommands(lines: string, mounts: readonly string[]): string[] {
  const text = lines.replace(/\\\n/g, " ");
  const known = COMMANDS.flatMap(([pattern, effect]) => {
    const [found] = pattern.exec(text) ?? [];
    return found === undefined ? [] : [`\`${found}\` ${effect}`];
  });
  return [...known, ...removals(text, [...mounts, ...DATA_FOLDERS])];
}

/** `rm -rf` and its like, up to the end of the command. */
const REMOVAL = /\brm +((?:--?[\w-]+ +)*-(?:\w*[rR]\w*|-recursive)\b[^;&|\n]*)/g;

function removals(text: string, folders: readonly string[]): string[] {
  return [...text.matchAll(REMOVAL)].flatMap(([, words = ""]) =>
    words
      .split(/\s+/)
      .map((word) => word.replace(/["']/g, ""))
      .filter((word) => word.startsWith("/") && folders.some((folder) => touches(word, folder)))
      .map((path) => `\`rm -r ${path}\` deletes data`),
  );
}

/** `/data/*` and `/` touch `/data` as it does itself. A folder that only begins alike does not. */
function touches(path: string, folder: string): boolean {
  const fixed = path.replace(/[*?{[].*$/, "").replace(/\/+$/, "");
  return `${fixed}/`.startsWith(`${folder}/`) || `${folder}/`.startsWith(`${fixed}/`);
}
