import type { Milvus } from "./milvus.ts";

const KEY = ["common", "security", "authorizationEnabled"];

/** Whether Milvus asks its clients for a user and a password. Proxies do that, so a key for them alone goes first. */
export function milvusAuthorization({ config, roles }: Pick<Milvus, "config" | "roles">): boolean {
  const ofProxies = roles.find(({ name }) => name === "proxy")?.config[KEY.join(".")];
  return String(ofProxies ?? read(config)) === "true";
}

function read(config: unknown): unknown {
  return KEY.reduce((section: unknown, key) => (section as Readonly<Record<string, unknown>> | undefined)?.[key], config);
}
