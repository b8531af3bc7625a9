import { Document, type Scalar, visit } from "yaml";

/** A value as it stands within a line. `quote` are the quotes of the text that it takes the place of. */
export function inLine(value: unknown, quote?: Scalar["type"]): string {
  const document = documentOf([value], quote);
  const options = { ...OPTIONS, collectionStyle: "flow", flowCollectionPadding: isMappingInside(value) } as const;
  return document.toString(options).trim().slice(1, -1).trim();
}

/** A field, or an item of a list, in lines of its own; all but the first are indented to `column`. */
export function inLines(entry: Readonly<Record<string, unknown>> | readonly [unknown], layout: Layout): string {
  const text = documentOf(entry)
    .toString({ ...OPTIONS, indent: layout.step })
    .trimEnd();
  return text.split("\n").join(`${layout.lineBreak}${" ".repeat(layout.column)}`);
}

/** How the file writes what stands in lines. */
export interface Layout {
  readonly column: number;
  readonly step: number;
  readonly lineBreak: string;
}

const OPTIONS = { lineWidth: 0, doubleQuotedAsJSON: true } as const;

function isMappingInside(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Texts that readers of YAML 1.1 would take for something else get quotes as well. */
function documentOf(value: unknown, quote?: Scalar["type"]): Document {
  const document = new Document(value, { schema: "core", version: "1.2", compat: "yaml-1.1", aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (key, node) => {
      const style = typeof node.value === "string" ? styleOf(node.value, key === "key" ? undefined : quote) : undefined;
      if (style !== undefined) node.type = style;
    },
  });
  return document;
}

/** A text of several lines stays on one, and versions have quotes as people write them. */
function styleOf(text: string, quote: Scalar["type"] | undefined): Scalar["type"] | undefined {
  if (/[\r\n]/.test(text)) return "QUOTE_DOUBLE";
  return quote ?? (/^[\d.]+$/.test(text) ? "QUOTE_DOUBLE" : undefined);
}
