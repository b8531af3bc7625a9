import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

interface Package {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly engines?: { readonly node?: string };
}

interface Dependencies {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
}

const { packages } = JSON.parse(read("package-lock.json")) as { packages: Readonly<Record<string, Package>> };
const direct = JSON.parse(read("package.json")) as Dependencies;
const installed = Object.entries(packages).filter(([path]) => path !== "");

/** Both only check what is there already: esbuild its own binary, protobufjs the version range of who uses it. */
const WITH_INSTALL_SCRIPT = ["node_modules/esbuild", "node_modules/protobufjs"];

describe("package-lock.json", () => {
  it("holds the hash of every package", () => {
    const bare = installed.filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ""));

    expect(bare.map(([path]) => path)).toEqual([]);
  });

  it("names no address, so that no registry but the user's own is asked", () => {
    expect(installed.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(read("package-lock.json")).not.toMatch(/https?:\/\/registry|git\+|file:|"link": true/);
  });

  it("is what package.json asks for", () => {
    const { dependencies, devDependencies } = direct;

    expect(packages[""]).toMatchObject({ dependencies, devDependencies });
  });

  it("has no package that wants a newer Node than package.json does, so that npm warns of none", () => {
    const oldest = Number(/^>=(\d+)$/.exec(direct.engines.node)?.[1]);
    const wanting = installed.filter(([, { engines }]) => !admits(engines?.node ?? "*", oldest));

    expect(wanting.map(([path, { engines }]) => `${path}: ${engines?.node}`)).toEqual([]);
  });

  it("has no package whose install script is needed", () => {
    const paths = installed.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => path);
    const binary = installed.find(([path]) => path === `node_modules/@esbuild/${process.platform}-${process.arch}`);

    expect(paths.filter((path) => !WITH_INSTALL_SCRIPT.includes(path))).toEqual([]);
    expect(existsSync(join(ROOT, binary?.[0] ?? ""))).toBe(true);
  });
});

/** Whether a range of versions, as `^18.1.0 || >=20.2`, has one of this major. */
function admits(range: string, major: number): boolean {
  return range.split("||").some((part) => {
    const [, operator = "", first = ""] = /^(>=|\^)? *(\d+|\*)[\d.*]*$/.exec(part.trim()) ?? [];
    return first === "*" || (operator === ">=" ? Number(first) <= major : Number(first) === major);
  });
}

describe("SECURITY.md", () => {
  const text = read("SECURITY.md");
  const inTables = [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);

  it("says of every direct dependency, and of no other package, why it is there", () => {
    const names = [...Object.keys(direct.dependencies), ...Object.keys(direct.devDependencies)];

    expect(inTables.sort()).toEqual(names.sort());
  });

  it("counts what comes with them", () => {
    const production = installed.filter(([, { dev, optional }]) => dev !== true && optional !== true);

    expect(text).toContain(`${production.length} packages`);
  });

  it("names only tests that exist", () => {
    const paths = [...`${text}${read("docs/faults.md")}`.matchAll(/`(test\/[\w./-]+)`/g)].map(([, path]) => path ?? "");

    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe("what CI and people install", () => {
  const workflows = readdirSync(join(ROOT, ".github/workflows")).map((name) => `.github/workflows/${name}`);

  it.each([...workflows, "README.md", ".github/CONTRIBUTING.md"])("runs no script of a package: %s", (path) => {
    const commands = [...read(path).matchAll(/npm (?:ci|install|i)\b.*/g)].map(([command]) => command);

    expect(commands.filter((command) => !command.includes("--ignore-scripts"))).toEqual([]);
  });

  it.each(workflows)("is pinned where it is an action: %s", (path) => {
    const uses = [...read(path).matchAll(/^\s*(?:- )?uses: (\S+)/gm)].map(([, action]) => action ?? "");

    expect(uses).not.toEqual([]);
    expect(uses.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
  });
});
