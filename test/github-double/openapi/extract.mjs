/**
 * Makes description.json from GitHub's OpenAPI description, which @octokit/openapi holds in 400 MB of files:
 *
 *     npm pack @octokit/openapi && tar -xzf octokit-openapi-*.tgz
 *     node test/github-double/openapi/extract.mjs package/generated/api.github.com.json
 *
 * Only the operations of operations.json are kept, and of them what constrains: no prose, no examples. OpenAPI 3.0's `nullable` becomes
 * JSON Schema's null type.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const DROPPED = new Set([
  "default",
  "deprecated",
  "description",
  "discriminator",
  "example",
  "examples",
  "externalDocs",
  "title",
]);

const [source = ""] = process.argv.slice(2);
const github = JSON.parse(readFileSync(source, "utf8"));
const wanted = JSON.parse(readFileSync(join(import.meta.dirname, "operations.json"), "utf8"));

const operations = Object.fromEntries(wanted.map((name) => [name, operation(name)]));
const schemas = reachable(operations);
const text = JSON.stringify({ version: github.info.version, operations, schemas });
writeFileSync(join(import.meta.dirname, "description.json"), `${text}\n`);

function operation(name) {
  const [method, path] = name.split(" ");
  const found = github.paths[path]?.[method.toLowerCase()];
  if (found === undefined) throw new Error(`GitHub describes no ${name}`);
  return {
    parameters: (found.parameters ?? [])
      .map(resolved)
      .filter((one) => one.in !== "header")
      .map(parameter),
    ...(found.requestBody === undefined ? {} : { body: jsonSchema(found.requestBody) }),
    answers: Object.fromEntries(
      Object.entries(found.responses).map(([status, answer]) => [status, jsonSchema(resolved(answer))]),
    ),
  };
}

function parameter({ name, in: place, required = false, schema }) {
  return { name, in: place, required, schema: converted(schema) };
}

/** The schema of a JSON body; null where there is none. */
function jsonSchema({ content = {} }) {
  const schema = content["application/json"]?.schema;
  return schema === undefined ? null : converted(schema);
}

function resolved(value) {
  return value.$ref === undefined
    ? value
    : value.$ref
        .slice(2)
        .split("/")
        .reduce((node, key) => node[key], github);
}

/** Every schema that is referred to from here, through any number of others. */
function reachable(start) {
  const found = {};
  const pending = names(start);
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (found[name] !== undefined) continue;
    found[name] = converted(github.components.schemas[name]);
    pending.push(...names(found[name]));
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function names(value) {
  return [...JSON.stringify(value).matchAll(/"github\.json#\/schemas\/([^"]+)"/g)].map(([, name]) => name);
}

function converted(schema) {
  if (Array.isArray(schema)) return schema.map(converted);
  if (typeof schema !== "object" || schema === null) return schema;
  const { nullable = false, ...rest } = schema;
  const kept = Object.fromEntries(
    Object.entries(rest)
      .filter(([key]) => !key.startsWith("x-") && !DROPPED.has(key))
      .map(([key, value]) => [key, convertedUnder(key, value)]),
  );
  return nullable === true ? orNull(kept) : kept;
}

/** Names of properties are not keywords, whatever they are called, and the values of an enum are no schemas. */
function convertedUnder(key, value) {
  if (key === "properties") return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, converted(schema)]));
  if (key === "$ref") return value.replace("#/components/", "github.json#/");
  return key === "enum" ? value : converted(value);
}

function orNull(schema) {
  if (typeof schema.type === "string" && schema.enum === undefined) return { ...schema, type: [schema.type, "null"] };
  return { anyOf: [schema, { type: "null" }] };
}
