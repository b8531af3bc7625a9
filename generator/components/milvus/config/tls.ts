import { INTERNAL_NAME } from "../../../model/certificates.ts";
import type { Tls } from "../../../model/environment.ts";
import { MILVUS_REST } from "../../../model/ports.ts";
import { API, OWN } from "../certificates.ts";

/** What proxies show to clients, and roles to each other. How the stores are reached stands with their addresses. */
export function tlsConfig(tls: Tls): readonly Readonly<Record<string, unknown>>[] {
  return [...(tls.milvus === "off" ? [] : [api(tls.milvus)]), ...(tls.internal ? [INTERNAL] : [])];
}

/** `tlsMode` 1 shows a certificate, and 2 asks for one. With either, a proxy does not start while REST shares the port of gRPC. */
function api(mode: "server" | "mutual") {
  return {
    common: { security: { tlsMode: mode === "server" ? 1 : 2 } },
    tls: { serverPemPath: API.paths.certificate, serverKeyPath: API.paths.key, caPemPath: API.paths.authority },
    proxy: { http: { enabled: true, port: MILVUS_REST.port } },
  };
}

/** Whoever is called must be called by this one name: the address that a role finds in etcd is in no certificate. */
const INTERNAL = {
  common: { security: { internaltlsEnabled: true } },
  internaltls: {
    serverPemPath: OWN.paths.certificate,
    serverKeyPath: OWN.paths.key,
    caPemPath: OWN.paths.authority,
    sni: INTERNAL_NAME,
  },
};
