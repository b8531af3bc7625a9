import { EXIT, GeneratorError } from "../errors.ts";
import { askGit } from "./git-command.ts";

/** Refuses a clone in which Git does not know whose commits would be made: before it makes any object of one. */
export async function requireIdentity(folder: string): Promise<void> {
  for (const name of ["GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"]) {
    if ((await askGit(folder, "var", name)).failure !== undefined) throw unknown();
  }
}

function unknown(): GeneratorError {
  return new GeneratorError({
    code: "E_GIT",
    exitCode: EXIT.input,
    message: "Git does not know whose commit this would be.",
    remedy: 'Run `git config user.name "Your Name"` and `git config user.email you@example.com`, and the same command again.',
  });
}
