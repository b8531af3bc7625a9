import type { core } from "zod";
import { oneOf } from "./choice-texts.ts";
import { CODES, type Code } from "./codes.ts";
import type { Wording } from "./fault.ts";
import type { Field } from "./field.ts";
import { readForm } from "./form.ts";
import { empty, tooBig, tooSmall, wrongStep } from "./range-texts.ts";
import { expectedKind, missing, wrongType } from "./type-texts.ts";

/** What is wrong with one value, by zod's issue about it. */
export function valueFault(issue: core.$ZodIssue, field: Field): Wording {
  switch (issue.code) {
    case "invalid_type":
      return field.value === undefined
        ? missing(`It takes ${expectedKind(issue.expected)}.`)
        : wrongType(issue.expected, field);
    case "invalid_value":
      return oneOf(issue.values, field);
    case "too_small":
      return tooSmall(issue, field);
    case "too_big":
      return tooBig(issue, field);
    case "not_multiple_of":
      return wrongStep(issue.divisor, field);
    case "invalid_format":
      return wrongFormat(issue, field);
    default:
      return ownFault(issue);
  }
}

const FORMAT_CODES: Readonly<Record<string, Code>> = {
  url: "E_URL",
  ipv4: "E_NET",
  ipv6: "E_NET",
  cidrv4: "E_NET",
  cidrv6: "E_NET",
};

const FORMAT_REMEDIES: Readonly<Record<string, string>> = {
  url: "Use a whole address: https://host.example.com.",
  cidrv4: "Use an address and a prefix length: 10.0.0.0/8.",
};

/** The text that the schema gave to a pattern tells its form; zod's own text only repeats the pattern. */
function wrongFormat(issue: core.$ZodIssueInvalidStringFormat, field: Field): Wording {
  if (field.value === "") return empty();
  const ownForm = readForm(issue.message);
  const code = ownForm?.code ?? FORMAT_CODES[issue.format] ?? "E_RANGE";
  const remedy = ownForm?.remedy ?? FORMAT_REMEDIES[issue.format] ?? `Use the form ${issue.pattern ?? issue.format}.`;
  return { code, text: { message: `${field.shown} has the wrong form.`, remedy } };
}

/** The code and the texts that `problem` gave, or the bare message of a rule without them. */
function ownFault(issue: core.$ZodIssue): Wording {
  const { code, reason, remedy } = (issue.code === "custom" && issue.params) || {};
  const isOurs = typeof code === "string" && Object.hasOwn(CODES, code);
  if (isOurs) return { code: code as Code, text: { message: issue.message, reason, remedy } };
  return { code: "E_RANGE", text: { message: issue.message.replace(/[^.]$/, "$&."), remedy: "Correct the value." } };
}
