import fc from "fast-check";
import type { EnvironmentFile } from "../../generator/config/schema/environment.ts";
import type { Settings } from "../../generator/config/schema/settings.ts";

type Attu = NonNullable<Settings["attu"]>;
type Console = Pick<EnvironmentFile, "attu">;

const PLACED: Attu = { enabled: true, nodeSelector: { pool: "tools" }, labels: { team: "search" }, image: { tag: "v2.6.5" } };
const INGRESS: Attu = { enabled: true, exposure: { type: "Ingress", host: "attu.example.com", tlsSecretName: "attu-tls" } };
const TRAEFIK: Attu = { ...INGRESS, exposure: { ...INGRESS.exposure, controller: "traefik", controllerNamespace: "edge" } };

/** With or without a console that can verify Milvus. */
export function anyAttu(file: EnvironmentFile): fc.Arbitrary<Console> {
  const isOldest = file.milvus?.version?.startsWith("2.3.") === true;
  if (!isOldest || (file.tls?.milvus ?? "off") === "off") return anywhere(file);
  return anywhere(file).map(({ attu }) => (attu === undefined ? {} : { attu: { ...attu, image: { tag: "v2.3.9" } } }));
}

/** Behind an Ingress only where policies bound it, and with Milvus' passwords then. */
function anywhere({ network, authentication }: EnvironmentFile): fc.Arbitrary<Console> {
  const inside = fc.constantFrom<Console[]>({}, {}, { attu: { enabled: true } }, { attu: PLACED });
  if (network?.policies !== true || authentication?.milvus?.enabled !== true) return inside;
  const outside = fc.constantFrom(INGRESS, TRAEFIK).map((attu): Console => ({ attu }));
  return fc.oneof({ weight: 3, arbitrary: inside }, { weight: 2, arbitrary: outside });
}
