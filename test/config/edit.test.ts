import { describe, expect, it } from "vitest";
import { applyEdits, type Edit } from "../../generator/config/edit.ts";

const FILE = "overlays/prod/environment.yaml";

const PROD = `# The first line.
apiVersion: gitops.milvus.dev/v1alpha1
kind: Environment
profile: production   # ours

owners:
  # Who watches.
  - "@acme/platform"   # always
  - "@acme/search"

milvus:
  version: "2.6.20"
  roles:
    # Vectors are searched here.
    queryNode:
      replicas: 3
      resources:
        requests: { cpu: "4", memory: 16Gi }
  # The end of milvus.

# The end.
`;

describe("applyEdits", () => {
  it("puts another value in the place of one, in the quotes that it had", () => {
    expect(edited(PROD, set("milvus.version", "2.6.21"))).toBe(PROD.replace("2.6.20", "2.6.21"));
    expect(edited("a: 'x' # c\n", set("a", "y"))).toBe("a: 'y' # c\n");
    expect(edited("a: 1\n", set("a", "2"))).toBe('a: "2"\n');
    expect(edited(PROD, set("milvus.roles.queryNode.replicas", 5))).toBe(PROD.replace("replicas: 3", "replicas: 5"));
  });

  it("puts a new field behind the last of its mapping, with blocks for the mappings that it needs", () => {
    expect(edited(PROD, set("milvus.image.tag", "v2.6.20-gpu"), set("milvus.config.proxy.maxTaskNum", 512))).toBe(
      PROD.replace(
        "memory: 16Gi }\n",
        "memory: 16Gi }\n  image:\n    tag: v2.6.20-gpu\n  config:\n    proxy:\n      maxTaskNum: 512\n",
      ),
    );
  });

  it("puts a new section behind a blank line where sections have one", () => {
    expect(edited(PROD, set("exposure.type", "ClusterIP"))).toBe(
      PROD.replace("end of milvus.\n", "end of milvus.\n\nexposure:\n  type: ClusterIP\n"),
    );
    expect(edited("a: 1\nb: 2\n", set("c", [1, "@x"]))).toBe('a: 1\nb: 2\nc:\n  - 1\n  - "@x"\n');
  });

  it("keeps what is in braces in braces", () => {
    expect(edited(PROD, set("milvus.roles.queryNode.resources.requests.cpu", "8"))).toBe(PROD.replace('"4"', '"8"'));
    expect(edited("a: { x: 1 }\n", set("a.w", "2.5"), set("a.z", ["q"]))).toBe('a: { x: 1, w: "2.5", z: [ q ] }\n');
    expect(edited("a: { x: 1, y: 2 } # c\n", unset("a.x"))).toBe("a: { y: 2 } # c\n");
    expect(edited("a: { x: 1, y: 2 } # c\n", unset("a.y"))).toBe("a: { x: 1 } # c\n");
    expect(edited("a: {} # c\n", set("a.w.z", true))).toBe("a: { w: { z: true } } # c\n");
  });

  it("removes a field with its lines, and the mappings that it leaves empty", () => {
    expect(edited(PROD, unset("milvus.roles.queryNode.replicas"))).toBe(PROD.replace("      replicas: 3\n", ""));
    expect(edited("a:\n  b:\n    c: 1\nd: 2\n", unset("a.b.c"))).toBe("d: 2\n");
    expect(edited("d: 2\n# about a\na: { b: 1 }", unset("a.b"))).toBe("d: 2\n# about a");
    expect(edited(PROD, unset("milvus.image.tag"))).toBe(PROD);
  });

  it("takes comments that are indented below a field for the field's own", () => {
    const text = "a:\n  b:\n    c: 1\n\n    # of b\n  # of a\n# of d\nd:\n  - x\n    # of x\n  # of d\n";

    expect(edited(text, unset("a"))).toBe("# of d\nd:\n  - x\n    # of x\n  # of d\n");
    expect(edited(text, set("a.e", 1))).toBe(text.replace("# of b\n", "# of b\n  e: 1\n"));
    expect(edited(text, set("d", ["x", "w"]))).toBe(text.replace("# of x\n", "# of x\n  - w\n"));
    expect(edited(text.replaceAll("\n", "\r\n"), unset("a.b"), set("d", ["w"]))).toBe(
      "# of d\nd:\n  - w\n    # of x\n  # of d\n".replaceAll("\n", "\r\n"),
    );
  });

  it("keeps the lines of items that a list keeps", () => {
    const [platform, search] = ["@acme/platform", "@acme/search"];
    expect(edited(PROD, set("owners", [platform, search, "@acme/data"]))).toBe(
      PROD.replace('search"\n', 'search"\n  - "@acme/data"\n'),
    );
    expect(edited(PROD, set("owners", ["@acme/data", platform, search]))).toBe(
      PROD.replace('  - "@acme/platform"', '  - "@acme/data"\n  - "@acme/platform"'),
    );
    expect(edited(PROD, set("owners", [platform]))).toBe(PROD.replace('  - "@acme/search"\n', ""));
    expect(edited(PROD, set("owners", [platform, "@a", "@b"]))).toBe(PROD.replace('- "@acme/search"', '- "@a"\n  - "@b"'));
    expect(edited("a: [x, y] # c\n", set("a", ["x"]))).toBe("a: [x] # c\n");
    expect(edited("a:\n  - x\nb: 1\n", set("a", []))).toBe("a: []\nb: 1\n");
  });

  it("changes of a mapping that is given whole only what differs", () => {
    const requests = { cpu: "4", memory: "32Gi" };
    expect(edited(PROD, set("milvus.roles", { queryNode: { replicas: 3, resources: { requests } } }))).toBe(
      PROD.replace("16Gi", "32Gi"),
    );
    expect(edited("a: # c\n  b: 1 # d\n  c: 2 # e\n", set("a", { b: 1, d: 3 }))).toBe("a: # c\n  b: 1 # d\n  d: 3\n");
  });

  it("fills a field that had no value, before the comment that stands there", () => {
    expect(edited("a:\nb: # later\nc:\n", set("a", 1), set("b", "x"), set("c.d", 2))).toBe("a: 1\nb: x # later\nc:\n  d: 2\n");
  });

  it("gives a field of another shape its new one", () => {
    expect(edited("a: |\n  x\n  y\nb: 1\n", set("a", "z"))).toBe("a: z\nb: 1\n");
    expect(edited("a: 1 # c\nb: 1\n", set("a", { x: [1] }))).toBe("a:\n  x:\n    - 1 # c\nb: 1\n");
    expect(edited("a:\n  x: 1\nb: 1\n", set("a", "z"))).toBe("a: z\nb: 1\n");
    expect(edited("a: x\n", set("a", "two\nlines: #"))).toBe('a: "two\\nlines: #"\n');
  });

  it("keeps line endings, the indentation and what the file ends with", () => {
    const windows = PROD.replaceAll("\n", "\r\n");
    expect(edited(windows, set("milvus.image.tag", "x"), unset("milvus.version"), set("owners", ["@b", "@a"]))).toBe(
      PROD.replace("16Gi }\n", "16Gi }\n  image:\n    tag: x\n")
        .replace('  version: "2.6.20"\n', "")
        .replace(/ {2}- "@acme\/platform"[\s\S]*search"/, '  - "@b"\n  - "@a"')
        .replaceAll("\n", "\r\n"),
    );
    expect(edited("a: 1", set("b.c", 2))).toBe("a: 1\nb:\n  c: 2");
    expect(edited("a:\n    b: 1\n", set("a.c.d", 2))).toBe("a:\n    b: 1\n    c:\n        d: 2\n");
  });

  it("quotes what readers of other YAML versions would take for something else", () => {
    expect(edited("a: 1\n", set("b", "on"), set("c", "010"), set("d", "@x"), set("e", "1.5"), set("f", "16Gi"))).toBe(
      'a: 1\nb: "on"\nc: "010"\nd: "@x"\ne: "1.5"\nf: 16Gi\n',
    );
  });

  it("changes no byte where the value is there already", () => {
    expect(edited(PROD, set("milvus.version", "2.6.20"), set("owners", ["@acme/platform", "@acme/search"]))).toBe(PROD);
  });

  it.each([
    ["a mark of the byte order", "\ufeffa: 1\n", [], "E_ENC"],
    ["an alias", "a: &x 1\nb: *x\n", [], "E_ALIAS"],
    ["a value with a hidden character", "a: 1\n", [set("a", "x\u202ey")], "E_ENC"],
    ["nothing left", "a: 1\n", [unset("a")], "E_SHAPE"],
    ["a key that changes objects", "a: { b: 1 }\n", [set("a.__proto__", 1)], "E_UNKNOWN"],
    ["a field that no line begins with", "? a\n: 1\n", [set("b", 1)], "E_YAML"],
    ["lines that belong to a text", "a: |+\n  x\n\n", [set("b", 1)], "E_YAML"],
  ])("says what is wrong with a file, and writes nothing: %s", (_, text, edits, code) => {
    const result = applyEdits(FILE, new TextEncoder().encode(text), edits);

    expect("findings" in result && result.findings[0]?.code).toBe(code);
  });
});

function set(path: string, value: unknown): Edit {
  return { path: path.split("."), value };
}

function unset(path: string): Edit {
  return set(path, undefined);
}

function edited(text: string, ...edits: readonly Edit[]): string {
  const result = applyEdits(FILE, new TextEncoder().encode(text), edits);
  return "bytes" in result ? new TextDecoder().decode(result.bytes) : JSON.stringify(result.findings);
}
