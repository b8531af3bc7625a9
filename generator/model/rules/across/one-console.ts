import { error } from "../problem.ts";
import type { AcrossRule, RuleContext } from "../rule.ts";
import { clusterKey } from "./cluster-key.ts";
import { clashes } from "./shared.ts";

/** The host name of a console leads to that console alone. */
export const oneConsole: AcrossRule = (contexts) => [...amongConsoles(contexts), ...withClients(contexts)];

const amongConsoles: AcrossRule = (contexts) =>
  clashes(contexts, {
    key: consoleKey,
    field: () => "attu.exposure.host",
    code: "E_NET",
    text: (first) => ({
      message: `The console of environment ${first} has the same host name in the same cluster.`,
      reason: "People would look at the data of one, and change the other's.",
      remedy: "Use another name.",
    }),
  });

/** Both at the root of the host, so a controller leads to one of them. */
const withClients: AcrossRule = (contexts) => {
  const entrances = new Set(contexts.flatMap((context) => entranceKey(context) ?? []));
  return contexts
    .filter((context) => entrances.has(consoleKey(context) ?? ""))
    .map(({ config }) => ({ config, problem: error("attu.exposure.host", "E_NET", TAKEN) }));
};

const TAKEN = {
  message: "Clients of Milvus use the same host name in the same cluster.",
  reason: "The controller leads a name to one of the two.",
  remedy: "Use another name than exposure.host: attu.example.com.",
};

function consoleKey({ environment: { attu, cluster } }: RuleContext): string | undefined {
  return attu?.exposure.type === "Ingress" ? `${clusterKey(cluster)} ${attu.exposure.host}` : undefined;
}

function entranceKey({ environment: { cluster, exposure } }: RuleContext): string | undefined {
  return "host" in exposure ? `${clusterKey(cluster)} ${exposure.host}` : undefined;
}
