import type { Logging } from "../model/environment.ts";
import { STORE } from "./identities.ts";

/** How a pod of the namespace reaches Elasticsearch or Kibana, and by what it knows them. */
export interface Access {
  readonly url: string;
  readonly username: Credential;
  readonly password: Credential;
  /** Holds the authority in `ca.crt`; undefined where a public one signed. */
  readonly caSecretName: string | undefined;
}

type Credential = { readonly value: string } | { readonly secret: string; readonly key: string };

/** Names that ECK gives (cloud-on-k8s v3.5.0 `pkg/apis/elasticsearch/v1/name.go`, `pkg/controller/common/certificates`). */
export function elasticsearchAccess({ store }: Logging): Access {
  if (store.type === "existing") {
    const { url, secretName, caSecretName } = store;
    const username = { secret: secretName, key: "username" };
    return { url, username, password: { secret: secretName, key: "password" }, caSecretName };
  }
  const { name } = STORE;
  return {
    url: `https://${name}-es-http:9200`,
    username: { value: "elastic" },
    password: { secret: `${name}-es-elastic-user`, key: "elastic" },
    caSecretName: `${name}-es-http-certs-public`,
  };
}

/** Kibana asks Elasticsearch who somebody is, so the account is the same. */
export function kibanaAccess(logging: Logging): Access {
  const { name } = STORE;
  return {
    ...elasticsearchAccess(logging),
    url: `https://${name}-kb-http:5601`,
    caSecretName: `${name}-kb-http-certs-public`,
  };
}
