/** What kind of credential a text holds, in words for a message, or undefined when it looks harmless. */
export function secretKind(text: string): string | undefined {
  if (text.length < MIN_LENGTH) return undefined;
  const known = KNOWN.find(([pattern]) => pattern.test(text));
  if (known !== undefined) return known[1];
  return hasRandomText(text) ? "a long random text, as keys and tokens are" : undefined;
}

/** Whether a field of this name holds a credential itself, rather than the name of a Secret or where to find one. */
export function isSecretKey(key: PropertyKey | undefined): boolean {
  return SECRET_KEY.test(String(key).replace(/[^A-Za-z0-9]/g, ""));
}

const MIN_LENGTH = 8;

/** Prefixes that the issuers document, so that scanners can find them. Repetitions have bounds, or a long text would take minutes. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z0-9 ]*PRIVATE KEY/, "a private key"],
  [/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/, "an AWS access key"],
  [/\bgh[pousr]_[A-Za-z0-9]{36,}|\bgithub_pat_[A-Za-z0-9_]{20,}/, "a GitHub token"],
  [/\bglpat-[A-Za-z0-9_-]{20,}/, "a GitLab token"],
  [/\bxox[baprs]-[A-Za-z0-9-]{10,}|hooks\.slack\.com\/services\//, "a Slack token"],
  [/\bAIza[0-9A-Za-z_-]{35}/, "a Google API key"],
  [/\beyJhbGciO/, "a JSON Web Token"],
  [/\bAccountKey=|\bSharedAccessSignature=/, "an Azure connection string"],
  [/\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/@:]{0,256}:[^\s/@]{1,256}@/i, "an address with a password"],
  [/\bhttps?:\/\/[^\s/@]{1,256}@/i, "an address with a token"],
  [/minioadmin/i, "MinIO's published default credentials"],
];

const SECRET_KEY =
  /(?:passwords?|passwd|passphrase|secretkey|secretkeyid|secretaccesskey|accesskey|accesskeyid|apikey|privatekey|accountkey|clientsecret|tokens?|credentials?|credentials?json|authparams|connectionstring)$/i;

/** Letters of both cases and digits in one run; host names, digests, ARNs and paths have separators or one case. */
const RUN = /[A-Za-z0-9+/=]{32,}/g;
const CERTIFICATE =
  /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----|\bLS0tLS1CRUdJTiBDRVJUSUZJQ0FURS[A-Za-z0-9+/=]*/g;
/** Bits a character: English prose has about 4 over all letters, random base64 of 32 characters above 4.2. */
const RANDOM_BITS = 4;

function hasRandomText(text: string): boolean {
  const runs = text.replace(CERTIFICATE, "").match(RUN) ?? [];
  return runs.some((run) => /[a-z]/.test(run) && /[A-Z]/.test(run) && /[0-9]/.test(run) && entropy(run) > RANDOM_BITS);
}

/** Shannon entropy, bits a character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
