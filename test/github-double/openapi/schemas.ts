import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { DESCRIPTION } from "./description.ts";

/** Compiled when they are first needed: a file of tests uses few of them. */
const compiled = new Map<object, ValidateFunction>();

/** What in the value breaks the schema, a line each. */
export function breaches(schema: object, value: unknown): string[] {
  const validate = compiled.get(schema) ?? answers.compile(schema);
  compiled.set(schema, validate);
  return validate(value) ? [] : (validate.errors ?? []).map(line);
}

/** The same for what a client sends, in which a field that GitHub does not know is a mistake too. */
export function breachesOfRequest(schema: object, value: unknown): string[] {
  const strict = strictOf.get(schema) ?? closed(schema);
  strictOf.set(schema, strict);
  return breaches(strict, value);
}

/** The same for a parameter, which comes as text. */
export function breachesOfText(schema: object, value: string): string[] {
  const validate = compiled.get(schema) ?? texts.compile({ type: "object", properties: { value: schema } });
  compiled.set(schema, validate);
  return validate({ value }) ? [] : (validate.errors ?? []).map(line);
}

const strictOf = new Map<object, object>();

const FORMATS = {
  "date-time": (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text),
  // GitHub itself answers an empty text where there is no address.
  uri: (text: string) => text === "" || URL.canParse(text),
  "repo.nwo": true,
  email: true,
  int64: true,
} as const;

/** Each schema is compiled once and by itself, for speed: pulled into one another they take three times as long. */
const FAST = {
  strict: false,
  formats: FORMATS,
  inlineRefs: false,
  validateSchema: false,
  meta: false,
  code: { optimize: false },
} as const;

const answers = new Ajv({ ...FAST, schemas: { "github.json": { schemas: DESCRIPTION.schemas } } });
const texts = new Ajv({ ...FAST, coerceTypes: true });

/** The schema with every list of properties taken as complete, unless it says that there are others. */
function closed(schema: unknown): object {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema as object;
  const inside = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, key === "enum" ? value : closed(value)]),
  );
  return "properties" in schema ? { additionalProperties: false, ...inside } : inside;
}

function line({ instancePath, message = "", params }: ErrorObject): string {
  return `${instancePath === "" ? "the whole" : instancePath} ${message} ${JSON.stringify(params)}`;
}
