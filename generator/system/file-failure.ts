import { EXIT, GeneratorError } from "../errors.ts";

/** The code that Node gives a refused system call: `ENOENT`, `EACCES`. */
export function systemCode(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "unknown error";
}

export function readFailure(error: unknown, path: string): GeneratorError {
  return failure(error, { code: "E_READ", exitCode: EXIT.input, message: `${path} cannot be read: ${reason(error)}.` });
}

/** Says that the old file stands, because a file is only ever replaced by a complete one. */
export function writeFailure(error: unknown, path: string): GeneratorError {
  const message = `${path} cannot be written: ${reason(error)}. What stood there before is unchanged.`;
  return failure(error, { code: "E_WRITE", exitCode: EXIT.partial, message });
}

function failure(error: unknown, text: { code: string; exitCode: number; message: string }): GeneratorError {
  if (error instanceof GeneratorError) return error;
  const remedy = REMEDIES[systemCode(error)] ?? "Remove the cause";
  return new GeneratorError({ ...text, remedy: `${remedy} and run again; a repeated run completes this one.`, cause: error });
}

function reason(error: unknown): string {
  const code = systemCode(error);
  const words = WORDS[code];
  return words === undefined ? code : `${words} (${code})`;
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: "permission is missing",
  EBUSY: "it is a mount, or another program uses it",
  EDQUOT: "the disk quota is used up",
  EFBIG: "a limit on file sizes is reached",
  EINVAL: "it is a pipe, a socket or a device",
  EIO: "the disk failed",
  EISDIR: "it is a folder",
  ELOOP: "it is a symbolic link",
  EMFILE: "too many files are open",
  ENOENT: "it does not exist",
  ENOSPC: "the disk is full",
  ENOTDIR: "one of its parents is not a folder",
  EPERM: "permission is missing",
  EROFS: "the file system is read-only",
};

const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: "Give the user who runs this permission to read and write the repository",
  EDQUOT: "Free some space",
  EFBIG: "Raise the limit (`ulimit -f`)",
  ELOOP: "Replace the link by what it points at",
  EMFILE: "Raise the limit (`ulimit -n`)",
  ENOSPC: "Free some space",
  EPERM: "Give the user who runs this permission to read and write the repository",
  EROFS: "Use a folder that can be written to",
};
