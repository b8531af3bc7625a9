import type { Settings } from "../../../generator/config/index.ts";
import type { Environment, Family } from "../../../generator/model/environment.ts";
import { RELEASES } from "../../../generator/model/releases/index.ts";
import { resolved } from "../../model/resolve/sources.ts";

const ON: Settings = { monitoring: { enabled: true } };
const OUTSIDE: Settings = {
  etcd: { mode: "external", endpoints: ["etcd.example.com:2379"] },
  objectStorage: { type: "external", external: { provider: "aws", address: "s3.example.com" } },
  messageQueue: { type: "kafka", kafka: { brokers: ["kafka.example.com:9093"] } },
};

/** Environments that differ in what there is to watch: every family in both profiles, stores outside, a newer etcd. */
export const SHAPES: readonly { readonly title: string; readonly environment: Environment }[] = [
  ...(Object.keys(RELEASES) as Family[]).flatMap((family) => {
    const milvus: Settings = { milvus: { version: RELEASES[family].newest } };
    return [
      shape(`${family} in production`, "production", milvus),
      shape(`${family} in development`, "development", milvus),
      shape(`${family} with its stores outside`, "production", { ...milvus, ...OUTSIDE }),
    ];
  }),
  shape("2.5 with coordinators apart", "production", { milvus: { version: "2.5.27", coordinators: "dedicated" } }),
  shape("etcd 3.6", "production", { etcd: { image: { tag: "v3.6.8" } } }),
];

export function production(own: Settings = {}): Environment {
  return resolved("production", { ...ON, ...own });
}

function shape(title: string, profile: "production" | "development", own: Settings) {
  return { title, environment: resolved(profile, { ...ON, ...own }) };
}
