/** A port of a Service, or of one pod behind it, as a text or a setting names it. */
export interface Address {
  /** Undefined for the Service itself; `etcd-0`, or `minio-{0...3}` for several. */
  readonly pod: string | undefined;
  readonly service: string;
  /** Undefined where the address is of the namespace that it is used in. */
  readonly namespace: string | undefined;
  readonly port: number;
}

const NAME = "[a-z][a-z0-9-]*";
const POD = `\\$\\(POD_NAME\\)|${NAME}(?:\\{\\d+\\.\\.\\.\\d+\\})?`;
const NAMESPACE = "\\$\\(POD_NAMESPACE\\)|[a-z0-9-]+";

/** A Service, or a pod of a headless one, with or without `.namespace.svc`. Any other name with a dot is outside. */
const ADDRESS = new RegExp(
  `(?<![\\w.$)-])(?:(${POD})\\.(?=${NAME}-headless\\b))?(${NAME})(?:\\.(${NAMESPACE})\\.svc(?:\\.cluster\\.local)?)?((?::\\d{2,5})+)(?!\\w)`,
  "g",
);

/** Every address in a text: in a URL, a list, a configuration file; `host:2888:3888` is two. */
export function addressesIn(text: string): Address[] {
  return [...text.matchAll(ADDRESS)].flatMap(([, pod, service = "", namespace, ports = ""]) =>
    service === "localhost" ? [] : portNumbers(ports).map((port) => ({ pod, service, namespace: own(namespace), port })),
  );
}

function portNumbers(ports: string): number[] {
  return ports.slice(1).split(":").map(Number);
}

function own(namespace: string | undefined): string | undefined {
  return namespace === "$(POD_NAMESPACE)" ? undefined : namespace;
}

/** Addresses that Milvus' configuration writes as two settings, `address: minio` beside `port: 9000`, in YAML or JSON. */
export function addressPairsIn(text: string): Address[] {
  const lines = text.split("\n").map(line);
  return lines.flatMap(({ key, value, indent }, index) =>
    key === "address" ? pair(value, siblings(lines, index, indent).find((sibling) => sibling.key === "port")?.value) : [],
  );
}

/** An address of a Service by its bare name; `localhost` and names with a dot are outside. */
function pair(address: string, port: string | undefined): Address[] {
  const [bare] = /^(?!localhost$)[a-z][a-z0-9-]*$/.exec(address) ?? [];
  if (bare === undefined || port === undefined || !/^\d+$/.test(port)) return [];
  return [{ pod: undefined, service: bare, namespace: undefined, port: Number(port) }];
}

interface Line {
  readonly indent: number;
  readonly key: string;
  readonly value: string;
}

function line(text: string): Line {
  const [, spaces = "", key = "", value = ""] = /^( *)"?([\w.-]+)"?: *["']?([^"'#]*?)["']?,? *(?:#.*)?$/.exec(text) ?? [];
  return { indent: key === "" ? indentOf(text) : spaces.length, key, value };
}

/** An empty line ends no mapping. */
function indentOf(text: string): number {
  const first = text.search(/\S/);
  return first === -1 ? Number.POSITIVE_INFINITY : first;
}

/** The other lines of the mapping that the line at `index` stands in, together with what is nested in them. */
function siblings(lines: readonly Line[], index: number, indent: number): Line[] {
  const isOutside = (other: Line) => other.indent < indent;
  const after = lines.slice(index + 1);
  const before = lines.slice(0, index).reverse();
  return [before, after]
    .flatMap((side) => side.slice(0, end(side.findIndex(isOutside), side.length)))
    .filter((other) => other.indent === indent);
}

function end(found: number, length: number): number {
  return found === -1 ? length : found;
}
