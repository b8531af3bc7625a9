import type { Risk } from "../risk.ts";
import { containerPairs } from "../workload.ts";
import { familyOf, type ImageParts, parseImage, type Step, versionStep } from "./image.ts";
import { type Judgement, onChange, type Rule, when } from "./rule.ts";

interface ImageChange {
  readonly before: ImageParts;
  readonly after: ImageParts;
}

function onImages(judge: (change: ImageChange) => readonly Judgement[]): Rule {
  return onChange((pair) =>
    containerPairs(pair.before, pair.after)
      .map(({ before, after }) => ({ before: parseImage(String(before.image)), after: parseImage(String(after.image)) }))
      .flatMap(judge),
  );
}

/** Nodes pull from elsewhere, and what is there need not be the same. */
export const imageRepository: Rule = onImages(({ before, after }) =>
  when(
    before.repository !== after.repository,
    "medium",
    `The image comes from ${after.repository} instead of ${before.repository}.`,
  ),
);

/** A tag can be given to another image, and then pods of one workload differ. */
export const digestDropped: Rule = onImages(({ before, after }) =>
  when(
    before.digest !== "" && after.digest === "",
    "medium",
    `The image ${after.repository}:${after.tag} is no longer pinned by its digest.`,
  ),
);

/** The tag was given to another image, or the digest is a mistake. */
export const digestChanged: Rule = onImages(({ before, after }) =>
  when(
    before.digest !== "" && after.digest !== "" && before.digest !== after.digest && before.tag === after.tag,
    "medium",
    `The image ${after.repository}:${after.tag} is another one under the same tag.`,
  ),
);

function onStep(steps: Partial<Record<Step, Risk>>, words: (change: ImageChange) => string): Rule {
  return onImages((change) => {
    const risk = steps[versionStep(change.before.tag, change.after.tag)];
    return risk === undefined ? [] : when(true, risk, words(change));
  });
}

const fromTo = ({ before, after }: ImageChange) => `${shortName(after)} goes from ${before.tag} to ${after.tag}`;

function shortName({ repository }: ImageParts): string {
  return repository.slice(repository.lastIndexOf("/") + 1);
}

/** Fixes within one family. */
export const versionUp: Rule = onStep({ up: "low" }, (change) => `${fromTo(change)}, within its family.`);

/** Between families, formats and roles change, and there is no way back. */
export const familyUp: Rule = onStep(
  { "family-up": "high" },
  (change) => `${fromTo(change)}, the next family. ${upgradeAdvice(change)}`,
);

/** Upgrades are made for neighbours. */
export const familiesSkipped: Rule = onStep(
  { "families-skipped": "high" },
  (change) => `${fromTo(change)}, past what lies between. ${upgradeAdvice(change)}`,
);

/** Facts of the projects' own upgrade guides. */
function upgradeAdvice({ before, after }: ImageChange): string {
  if (shortName(after) === "milvus" && familyOf(after.tag) === "2.6") {
    return "Milvus 2.6 wants 2.5.16 or later with one mixcoord before it, and the same message queue during it.";
  }
  if (shortName(after).startsWith("pulsar") && before.tag.startsWith("2."))
    return "Milvus' way from Pulsar 2 to 3 is to flush, stop, and start with empty disks.";
  return "Its metadata may not be readable for the old family afterwards.";
}

/** Within a family a way back exists, and is seldom tested. */
export const versionDown: Rule = onStep({ down: "high" }, (change) => `${fromTo(change)}, an older version.`);

/** What the newer family wrote, the older one need not read: a downgrade is a restore from a backup. */
export const familyDown: Rule = onStep(
  { "family-down": "destructive" },
  (change) => `${fromTo(change)}, an older family, which may not read what the newer one wrote. Restore a backup instead.`,
);

/** One version is built more than once: for GPUs, or with other libraries below it. */
export const buildChanged: Rule = onStep(
  { build: "medium" },
  (change) => `${fromTo(change)}, another build of the same version.`,
);

/** Nobody can tell which one is newer. */
export const tagChanged: Rule = onStep(
  { unknown: "medium" },
  (change) => `${fromTo(change)}; which one is newer cannot be told.`,
);
