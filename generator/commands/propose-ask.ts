import { parseSet } from "../config/edit.ts";
import { loadConfig } from "../config/index.ts";
import { SETTABLE_FIELDS, type SettableField } from "../config/settable-fields.ts";
import type { Sources } from "../config/sources.ts";
import type { Asker, Choice } from "./ask.ts";
import { badOption, type ProposeRequest } from "./propose-edits.ts";

/** Asks a person what should change, with the values that hold now and those that are allowed. */
export async function askRequest(sources: Sources, asker: Asker): Promise<ProposeRequest> {
  const environments = loadConfig(sources).config?.environments ?? [];
  if (environments.length === 0)
    throw badOption("There is no environment that can be read.", "Run `npm run generate` to see why.");
  const choices = environments.map(({ name, file }) => ({ value: name, label: name, hint: `profile ${file.profile}` }));
  const env = await asker.choose("Which environment should change?", choices);
  const chosen = environments.find(({ name }) => name === env);
  const set: string[] = [];
  do set.push(await askField({ ...chosen?.file, ...chosen?.settings }, asker));
  while (await asker.agree("Change another field?"));
  return { env: [env], set };
}

async function askField(description: unknown, asker: Asker): Promise<string> {
  const byName = new Map(SETTABLE_FIELDS.map((field) => [field.path.join("."), field]));
  const choices = [...byName].map(([name, field]) => ({ value: name, label: name, hint: hintOf(field, description) }));
  const name = await asker.search("Which field? Type a part of its name.", choices);
  const field = byName.get(name);
  return `${name}=${await askValue(name, field, currentOf(field?.path ?? [], description), asker)}`;
}

function hintOf({ path, description: words }: SettableField, description: unknown): string {
  const current = currentOf(path, description);
  return [current === "" ? "not said" : `now ${current}`, words].filter((text) => text !== "").join("; ");
}

function currentOf(path: readonly string[], description: unknown): string {
  const value = path.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], description);
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function askValue(name: string, field: SettableField | undefined, current: string, asker: Asker): Promise<string> {
  const question = `${name}${current === "" ? "" : `, now ${current}`}`;
  if (field?.choices !== undefined) return asker.choose(question, field.choices.map(choiceOf));
  return asker.enter(question, current, (answer) => {
    const parsed = parseSet(`${name}=${answer}`, "environment");
    return "edit" in parsed ? undefined : `${parsed.problem} ${parsed.remedy}`;
  });
}

function choiceOf(value: string): Choice {
  return { value, label: value, hint: "" };
}
