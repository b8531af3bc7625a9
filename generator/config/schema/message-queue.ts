import * as z from "zod";
import { form } from "../form.ts";
import { image } from "./image.ts";
import { PROMOTES } from "./promotes.ts";
import { hostAndPort, objectName, port } from "./text.ts";
import { volume, workload } from "./workload.ts";

const memory = z.string().regex(/^[1-9]\d{0,5}[mg]$/, form("E_RANGE", "Use megabytes or gigabytes: 512m, 4g."));
const jvm = z
  .strictObject({ heap: memory, directMemory: memory })
  .partial()
  .describe("Memory of the Java process; both together below the limit.");
const role = z.strictObject({ ...workload, jvm }).partial();
const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, form("E_NAME", "Use letters, digits, - and _."));

const retention = z
  .strictObject({
    minutes: z.int().min(-1).max(525_600).describe("Minutes that a consumed message is kept."),
    megabytes: z.int().min(-1).describe("Megabytes of consumed messages that are kept; -1 is no limit."),
    backlogGigabytes: z.int().min(1).max(10_000).describe("Gigabytes that a topic may hold unread."),
    backlogPolicy: z
      .enum(["producer_request_hold", "producer_exception"])
      .describe("What a writer meets when a topic is full.")
      .register(PROMOTES),
    ttlSeconds: z
      .int()
      .min(3600)
      .describe("Seconds after which an unread message expires, and with it writes that were not flushed."),
  })
  .partial();

const pulsar = z
  .strictObject({
    mode: z.enum(["standalone", "cluster", "external"]),
    image,
    tenant: name.describe("external: a tenant that exists."),
    namespace: name.describe("external: a namespace that exists."),
    maxMessageSize: z.int().min(1_048_576).max(104_857_600).describe("Bytes of the largest message.").register(PROMOTES),
    standalone: z.strictObject({ ...workload, replicas: z.literal(1), jvm, storage: volume }).partial(),
    zookeeper: z.strictObject({ ...workload, replicas: z.int(), jvm, storage: volume }).partial(),
    bookkeeper: z.strictObject({ ...workload, jvm, journal: volume, ledgers: volume }).partial(),
    autorecovery: role,
    broker: role,
    proxy: role,
    ensembleSize: z.int().min(1).max(32).describe("Bookies that the entries of a ledger are spread over."),
    writeQuorum: z.int().min(1).max(32).describe("Copies of each entry."),
    ackQuorum: z
      .int()
      .min(1)
      .max(32)
      .describe("Copies that must be on disk before a write is acknowledged; one less may be lost."),
    retention,
    address: z
      .string()
      .regex(/^pulsar(?:\+ssl)?:\/\/[a-z0-9.-]+:\d{1,5}$/, form("E_URL", "Use pulsar://host:6650 or pulsar+ssl://host:6651."))
      .describe("external: where Pulsar is."),
    webPort: port.describe("external: port of Pulsar's HTTP interface."),
  })
  .partial();

const kafka = z
  .strictObject({
    brokers: z.array(hostAndPort).min(1).max(64),
    securityProtocol: z.enum(["PLAINTEXT", "SASL_PLAINTEXT", "SSL", "SASL_SSL"]),
    saslMechanism: z
      .enum(["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"])
      .describe("With SASL; user and password come from a Secret."),
    caSecretName: objectName.describe("A Secret with ca.crt, for brokers of a private authority."),
  })
  .partial();

/** The log that every write goes through. */
export const messageQueue = z
  .strictObject({
    type: z.enum(["pulsar", "kafka", "woodpecker"]).describe("Changing it on a live system loses what was not flushed."),
    channelPrefix: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,62}$/, form("E_NAME", "Use letters, digits and -."))
      .describe("Prefix of every channel. Changing it on a live system loses what was not flushed."),
    pulsar,
    kafka,
  })
  .partial();
