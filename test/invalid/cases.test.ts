import { describe, expect, it } from "vitest";
import type { Sources } from "../../generator/config/index.ts";
import type { Finding } from "../../generator/errors.ts";
import { environment, FIXTURE, findingsOf, PLATFORM, valid, withEnvironment } from "./corpus.ts";

const HEAD = "apiVersion: gitops.milvus.dev/v1alpha1\nkind: Environment\nprofile: small\n";

describe("a file that cannot be read", () => {
  it.each([
    ["ENOENT", "The file does not exist."],
    ["EISDIR", "A folder stands where a file is wanted."],
    ["EACCES", "The file may not be read."],
    ["EPERM", "The file may not be read."],
    ["ELOOP", "The file, or its folder, is a symbolic link."],
    ["EIO", "The file cannot be read: EIO."],
  ])("is told by what the system says: %s", (unreadable, message) => {
    const sources = withEnvironment(valid("plain"));
    const broken = { name: "fixture", file: { path: FIXTURE, unreadable }, custom: undefined };

    const findings = findingsOf({ ...sources, environments: [...sources.environments.slice(0, 2), broken] });

    expect(findings.map(briefly)).toEqual([`${FIXTURE}:1:1 E_READ  ${message}`]);
  });

  it("is told where it is the kustomization of custom/", () => {
    const [fixture, ...others] = withEnvironment(valid("plain")).environments.toReversed();
    if (fixture === undefined) throw new Error("There is no environment.");
    const custom = { path: "overlays/fixture/custom/kustomization.yaml", unreadable: "EACCES" };
    const sources = { ...withEnvironment(valid("plain")), environments: [...others, { ...fixture, custom }] };

    expect(findingsOf(sources).map(address)).toEqual(["overlays/fixture/custom/kustomization.yaml:1:1 E_READ "]);
  });

  it("leaves the other files checked when it is the platform", () => {
    const platform = { path: PLATFORM, unreadable: "ENOENT" };
    const environments = [environment("fixture", bytes("replicas: 3\n"))];

    expect(findingsOf({ platform, environments }).map(address)).toEqual([
      "gitops.yaml:1:1 E_READ ",
      `${FIXTURE}:4:1 E_UNKNOWN replicas`,
    ]);
  });
});

describe("bytes that are no plain text", () => {
  it.each([
    ["a byte that is not UTF-8", [0xff - 1, 0x41], "4:1 E_ENC "],
    ["a character cut off at the end", [0x61, 0xe2, 0x82], "4:2 E_ENC "],
    ["NUL", [0x00], "4:1 E_ENC "],
    ["BEL", [0x6f, 0x07], "4:2 E_ENC "],
    ["ESC", [0x1b], "4:1 E_ENC "],
  ])("are refused where they stand: %s", (_, wrong, expected) => {
    const content = new Uint8Array([...bytes(""), ...wrong]);

    expect(findingsOf(withEnvironment(content)).map(address)).toEqual([`${FIXTURE}:${expected}`]);
  });

  it.each([
    ["line separator", "\u2028", "U+2028"],
    ["paragraph separator", "\u2029", "U+2029"],
    ["next line", "\u0085", "U+0085"],
    ["right-to-left override", "\u202e", "U+202E"],
    ["zero-width space", "\u200b", "U+200B"],
    ["byte order mark in the middle", "\ufeff", "U+FEFF"],
    ["tag character", "\u{e0041}", "U+E0041"],
    ["lone carriage return", "\r", "U+000D"],
  ])("are refused though no editor shows them: %s", (_, character, name) => {
    const findings = findingsOf(withEnvironment(bytes(`labels: { team: "a${character}b" }\n`)));

    expect(findings.map(briefly)).toEqual([`${FIXTURE}:4:19 E_ENC  The character ${name} is not allowed.`]);
  });

  it.each([
    ["UTF-8 with its mark", [0xef, 0xbb, 0xbf]],
    ["UTF-16 little end first", [0xff, 0xfe]],
    ["UTF-16 big end first", [0xfe, 0xff]],
  ])("are refused by their byte order mark: %s", (_, mark) => {
    const content = new Uint8Array([...mark, ...bytes("")]);

    expect(findingsOf(withEnvironment(content)).map(address)).toEqual([`${FIXTURE}:1:1 E_ENC `]);
  });

  it("are refused when an escape brings the character in", () => {
    const findings = findingsOf(withEnvironment(bytes('labels: { team: "a\\u202Eb" }\n')));

    expect(findings.map(address)).toEqual([`${FIXTURE}:4:17 E_ENC labels.team`]);
  });
});

describe("a file that is too much", () => {
  it("is refused above 256 KiB, and only above", () => {
    const comment = (size: number) => bytes(`#${"x".repeat(size - HEAD.length - 1)}`);

    expect(findingsOf(withEnvironment(comment(262_144)))).toEqual([]);
    expect(findingsOf(withEnvironment(comment(262_145))).map(address)).toEqual([`${FIXTURE}:1:1 E_SIZE `]);
  });

  it.each([
    ["brackets", `a: ${"[".repeat(200_000)}`],
    ["braces", `a: ${"{a: ".repeat(50_000)}`],
    ["dashes", `a:\n${"- ".repeat(100_000)}`],
    ["indentation", Array.from({ length: 600 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ])("is refused for its depth in seconds: %s", (_, text) => {
    const start = process.cpuUsage();

    const findings = findingsOf(withEnvironment(new TextEncoder().encode(text)));

    expect(findings.map(({ code }) => code)).toEqual(["E_YAML"]);
    expect(seconds(start)).toBeLessThan(2);
  });

  it.each([
    "x",
    "a.",
    "a+",
    "://",
    "a:b@",
    "http://",
    "-----BEGIN ",
    "-----BEGIN CERTIFICATE-----",
    "aB1",
    "ghp_",
    "=",
    "- ",
    "0",
  ])("is searched for credentials in seconds: %s without end", (piece) => {
    const long = piece.repeat(250_000 / piece.length);
    const start = process.cpuUsage();

    findingsOf(withEnvironment(bytes(`labels: { team: "${long}" }\n`)));
    findingsOf(withEnvironment(bytes(`# ${long}\n`)));

    expect(seconds(start)).toBeLessThan(2);
  });

  it("is not compared key by key: twenty thousand keys are told in seconds", () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join("\n");

    expect(findingsOf(withEnvironment(bytes(`${keys}\n`))).length).toBe(100);
  });
});

describe("a file without content", () => {
  it.each([
    ["not a byte", ""],
    ["blank lines", "\n \n\n"],
    ["comments", "# Nothing\n# else.\n"],
    ["an empty document", "---\n"],
    ["null", "null\n"],
  ])("is refused: %s", (_, text) => {
    const findings = findingsOf(withEnvironment(new TextEncoder().encode(text)));

    expect(findings.map(({ code, location }) => `${location.file} ${code}`)).toEqual([`${FIXTURE} E_SHAPE`]);
  });
});

describe("aliases", () => {
  it.each([
    ["an anchor and its alias", "owners: &a []\nlabels: *a\n", ["4:9 E_ALIAS ", "5:9 E_ALIAS "]],
    ["an alias without an anchor", "owners: *a\n", ["4:9 E_ALIAS "]],
    ["an anchor in itself", "owners: &a [*a]\n", ["4:9 E_ALIAS ", "4:13 E_ALIAS "]],
    ["many of them", "owners: &a [x,x]\nlabels: [*a,*a]\n", ["4:9 E_ALIAS ", "5:10 E_ALIAS ", "5:13 E_ALIAS "]],
  ])("are refused, each where it stands: %s", (_, text, expected) => {
    expect(findingsOf(withEnvironment(bytes(text))).map(address)).toEqual(expected.map((place) => `${FIXTURE}:${place}`));
  });

  it("cannot be declared in another YAML version", () => {
    const text = new TextEncoder().encode(`%YAML 1.1\n---\n${HEAD}`);

    expect(findingsOf(withEnvironment(text)).map(address)).toEqual([`${FIXTURE}:1:1 E_YAML `]);
  });
});

describe("a folder's name", () => {
  it.each([
    "Prod",
    "root",
    "notifications",
    "addon-logging",
    "platform",
    "prod_eu",
    "-prod",
    "prod.eu",
    "..",
    "a".repeat(57),
    "prod\nx",
  ])("must be a DNS label that is free: %j", (name) => {
    const sources = withEnvironment(valid("plain"));
    const environments = [...sources.environments.slice(0, 2), environment(name, valid("plain"))];

    const findings = findingsOf({ ...sources, environments });

    expect(findings.map(({ code, location }) => `${location.line} ${code}`)).toEqual(["1 E_NAME"]);
  });
});

describe("environments that meet outside", () => {
  it.each([
    ["etcd", "etcd: { mode: external, endpoints: [etcd.example.com:2379] }\n", "E_DUP etcd.rootPath"],
    [
      "a bucket",
      "objectStorage: { type: external, external: { provider: s3, address: s3.example.com } }\n",
      "E_DUP objectStorage.rootPath",
    ],
    [
      "Kafka",
      "messageQueue: { type: kafka, kafka: { brokers: [kafka.example.com:9093] } }\n",
      "E_DUP messageQueue.channelPrefix",
    ],
    [
      "Pulsar",
      'messageQueue: { pulsar: { mode: external, address: "pulsar://pulsar.example.com:6650" } }\n',
      "E_DUP messageQueue.channelPrefix",
    ],
  ])("must not share the place of their data: %s", (_, text, expected) => {
    const sources = withEnvironment(valid("plain"));
    const two = [environment("one", bytes(text)), environment("two", bytes(text))];

    const findings = findingsOf({ ...sources, environments: [...sources.environments, ...two] });

    expect(findings.map(({ code, path }) => `${code} ${path}`)).toEqual([expected]);
    expect(findings[0]?.location.file).toBe("overlays/two/environment.yaml");
  });

  it("are told apart by cluster, and Argo CD's own is known by name and address", () => {
    const inCluster = (cluster: string) => bytes(`namespace: milvus\n${cluster}`);
    const told = (...clusters: string[]) =>
      findingsOf(together(clusters.map((cluster, index) => environment(`e${index}`, inCluster(cluster))))).map(
        ({ code }) => code,
      );

    expect(told("", "cluster: { name: east }\n", "cluster: { server: https://10.0.0.1 }\n")).toEqual([]);
    expect(told("", "cluster: { name: in-cluster }\n")).toEqual(["E_DUP"]);
    expect(told("", "cluster: { server: https://kubernetes.default.svc:443/ }\n")).toEqual(["E_DUP"]);
  });
});

describe("allowed registries", () => {
  it("are asked for what nodes pull, after mirroring", () => {
    const platform = new TextDecoder()
      .decode(valid("fleet"))
      .replace("quay.io, ", "")
      .replace(/ {2}mirrors:\n.*\n/, "");
    const environments = [environment("fixture", valid("plain"))];

    const findings = findingsOf({ platform: { path: PLATFORM, bytes: new TextEncoder().encode(platform) }, environments });

    expect(findings.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "E_IMAGE etcd.image.repository",
      "E_IMAGE objectStorage.minio.image.repository",
      "E_IMAGE messageQueue.pulsar.image.repository",
      "E_IMAGE milvus.image.repository",
    ]);
  });
});

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(`${HEAD}${text}`);
}

/** Of the processor, so that a busy machine does not fail the test; what is guarded against takes minutes. */
function seconds(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function together(environments: Sources["environments"]): Sources {
  const sources = withEnvironment(valid("plain"));
  return { ...sources, environments: [...sources.environments, ...environments] };
}

function address({ location, code, path }: Finding): string {
  return `${location.file}:${location.line}:${location.column} ${code} ${path}`;
}

function briefly(finding: Finding): string {
  return `${address(finding)} ${finding.message}`;
}

describe("custom/kustomization.yaml", () => {
  it.each([
    ["kind: Kustomization\nresources: []\n", "1:7 E_SHAPE kind"],
    ["resources: []\n", "1:1 E_SHAPE kind"],
  ])("must be a Kustomize component: %j", (text, expected) => {
    expect(findingsOf(withCustom(text)).map(address)).toEqual([`overlays/prod/custom/kustomization.yaml:${expected}`]);
  });

  it.each(["kind: Component\n", "kind: &k Component\n", "- no mapping\n"])("is otherwise Kustomize's affair: %j", (text) => {
    expect(findingsOf(withCustom(text))).toEqual([]);
  });

  function withCustom(text: string): Sources {
    const sources = withEnvironment(valid("plain"));
    const custom = { path: "overlays/prod/custom/kustomization.yaml", bytes: new TextEncoder().encode(text) };
    return {
      ...sources,
      environments: sources.environments.map((environment, index) => (index === 0 ? { ...environment, custom } : environment)),
    };
  }
});
