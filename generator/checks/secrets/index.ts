import type { EnvironmentTree, Invariant } from "../invariant.ts";
import { configMapsHoldNoSecrets, configMapsPassScanners } from "./config-maps.ts";
import { etcdCallersSignIn, etcdHasAccounts } from "./etcd-passwords.ts";
import { milvusRootHasPassword } from "./milvus-root.ts";
import { noSecretText } from "./no-secret-text.ts";
import { secretsHoldNothing } from "./secret-objects.ts";
import { credentialsFromSecrets, minioHasAccount, noLiteralSecrets } from "./variables.ts";

/** Credentials come from outside Git, by reference alone. */
export const SECRETS: readonly Invariant<EnvironmentTree>[] = [
  secretsHoldNothing,
  noSecretText,
  noLiteralSecrets,
  credentialsFromSecrets,
  minioHasAccount,
  milvusRootHasPassword,
  etcdHasAccounts,
  etcdCallersSignIn,
  configMapsHoldNoSecrets,
  configMapsPassScanners,
];
