import { applyEdits, type Edit, parsePatch, parseSet, parseUnset } from "../config/edit.ts";
import type { SourceFile, Sources } from "../config/sources.ts";
import { EXIT, type Finding, GeneratorError } from "../errors.ts";
import { readFailure } from "../system/file-failure.ts";
import { readPlainFile } from "../system/read-plain-file.ts";
import type { Changes } from "./proposals/changed-side.ts";

/** What a person asks for, as the command line has it. */
export interface ProposeRequest {
  readonly env?: readonly string[];
  /** Edits gitops.yaml instead of environments. */
  readonly platform?: boolean;
  readonly set?: readonly string[];
  readonly unset?: readonly string[];
  readonly patch?: readonly string[];
}

/** All edits of a request in its order: patches first, then what is set, then what is removed. */
export function editsOf({ platform = false, set = [], unset = [], patch = [] }: ProposeRequest): readonly Edit[] {
  const kind = platform ? "platform" : "environment";
  return [
    ...patch.flatMap(readPatch),
    ...set.map((text) => edit("--set", text, parseSet(text, kind))),
    ...unset.map((text) => edit("--unset", text, parseUnset(text, kind))),
  ];
}

function edit(option: string, text: string, parsed: ReturnType<typeof parseSet>): Edit {
  if ("edit" in parsed) return parsed.edit;
  throw badOption(`${option} ${text}: ${parsed.problem}`, parsed.remedy);
}

function readPatch(path: string): readonly Edit[] {
  const parsed = parsePatch(path, readBytes(path));
  if ("edits" in parsed) return parsed.edits;
  const [first] = parsed.findings;
  throw badOption(`--patch ${path}: ${first?.message ?? "it cannot be read."}`, first?.remedy ?? "Mend the file.");
}

function readBytes(path: string): Uint8Array {
  try {
    return readPlainFile(path);
  } catch (error) {
    const { code, exitCode, message } = readFailure(error, path);
    const remedy = "Name a file that can be read, from the folder that the command runs in.";
    throw new GeneratorError({ code, exitCode, message: `--patch ${message}`, remedy, cause: error });
  }
}

/** The files that the request is about; a name that no environment has is refused. */
export function requestedFiles({ env = [], platform = false }: ProposeRequest, sources: Sources): readonly SourceFile[] {
  if (platform) return [sources.platform];
  const names = sources.environments.map(({ name }) => name);
  const unknown = env.find((name) => !names.includes(name));
  if (unknown !== undefined) throw badOption(`There is no environment ${JSON.stringify(unknown)}.`, `Use ${names.join(", ")}.`);
  return sources.environments.filter(({ name }) => env.includes(name)).map(({ file }) => file);
}

/** The files with the edits, those left out that say so already; or what stands against an edit. */
export function editFiles(
  files: readonly SourceFile[],
  edits: readonly Edit[],
): { readonly written: Changes; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const written = new Map<string, Uint8Array>();
  for (const file of files) {
    // What cannot be read is told when the tree is planned.
    if ("unreadable" in file) continue;
    const edited = applyEdits(file.path, file.bytes, edits);
    if ("findings" in edited) findings.push(...edited.findings);
    else if (Buffer.compare(edited.bytes, file.bytes) !== 0) written.set(file.path, edited.bytes);
  }
  return { written, findings };
}

export function badOption(message: string, remedy: string): GeneratorError {
  return new GeneratorError({ code: "E_OPTION", exitCode: EXIT.input, message, remedy });
}
