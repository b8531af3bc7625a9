import { CONFIG_FOLDER } from "./volumes.ts";

/** The file whose presence lets `/status.html` answer (Pulsar VipStatus). */
export const STATUS_FILE = `${CONFIG_FOLDER}/status`;

/** A configuration file of the image, and the variables by which its scripts are told to read another one. */
const VARIABLES = {
  zookeeper: ["PULSAR_ZK_CONF"],
  // bin/pulsar reads the first, bin/bookkeeper the second.
  bookkeeper: ["PULSAR_BOOKKEEPER_CONF", "BOOKIE_CONF"],
  broker: ["PULSAR_BROKER_CONF"],
  proxy: ["PULSAR_PROXY_CONF"],
  standalone: ["PULSAR_STANDALONE_CONF"],
} as const;

export type ConfigFile = keyof typeof VARIABLES;

/** Where the configuration lies that the pod's variables make of the image's. */
export function configPath(file: ConfigFile): string {
  return `${CONFIG_FOLDER}/${file}.conf`;
}

/**
 * The head of every start script: it makes the configuration of the image's file and the pod's variables, at every start anew,
 * so that nothing of the run before is left in it.
 */
export function configure(file: ConfigFile): string[] {
  const path = configPath(file);
  return [
    "set -e",
    `cp conf/${file}.conf ${path}`,
    `bin/apply-config-from-env.py ${path}`,
    ...VARIABLES[file].map((variable) => `export ${variable}=${path}`),
  ];
}
