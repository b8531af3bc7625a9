import type { Finding } from "../errors.ts";
import { startOf } from "./place.ts";

/** A file that could not be read, by the error code of the system: `ENOENT`, `EISDIR`, `EACCES`. */
export function unreadable(file: string, systemCode: string): Finding {
  const text = TEXTS[systemCode] ?? { message: `The file cannot be read: ${systemCode}.`, remedy: "Make the file readable." };
  return startOf(file, "E_READ", text);
}

const NO_PERMISSION = { message: "The file may not be read.", remedy: "Give the user who runs this permission to read it." };

const TEXTS: Readonly<Record<string, { readonly message: string; readonly remedy: string }>> = {
  ENOENT: { message: "The file does not exist.", remedy: "Create it, or remove the folder that should hold it." },
  ENOTDIR: { message: "The file does not exist.", remedy: "Create it, or remove the folder that should hold it." },
  EISDIR: { message: "A folder stands where a file is wanted.", remedy: "Rename or remove the folder." },
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  ELOOP: { message: "The file, or its folder, is a symbolic link.", remedy: "Replace the link by what it leads to." },
  EINVAL: { message: "A pipe, a socket or a device stands where a file is wanted.", remedy: "Replace it by a file." },
};
