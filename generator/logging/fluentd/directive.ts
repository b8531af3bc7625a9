/** A section of Fluentd's configuration, `<filter logs.**>`, with its parameters and what stands inside. */
export interface Directive {
  /** `filter` */
  readonly name: string;
  /** `logs.**`; empty for none. */
  readonly argument: string;
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
  readonly sections: readonly Directive[];
}

export function directive(head: string, parameters: Directive["parameters"], sections: readonly Directive[] = []): Directive {
  const [name = "", ...argument] = head.split(" ");
  return { name, argument: argument.join(" "), parameters, sections };
}

/** Fluentd's configuration as text, in its syntax of version 1; values stand as they are, to the end of their line. */
export function renderDirectives(directives: readonly Directive[]): string {
  return directives.map((one) => render(one, "")).join("\n");
}

function render({ name, argument, parameters, sections }: Directive, indent: string): string {
  const inner = `${indent}  `;
  const head = argument === "" ? name : `${name} ${argument}`;
  const lines = Object.entries(parameters).map(([key, value]) => `${inner}${key} ${oneLine(value)}\n`);
  const inside = sections.map((section) => render(section, inner));
  return `${indent}<${head}>\n${[...lines, ...inside].join("")}${indent}</${name}>\n`;
}

function oneLine(value: string | number | boolean): string {
  const text = String(value);
  if (/[\n\r]/.test(text)) throw new Error(`A value of Fluentd has two lines: ${text}`);
  return text;
}
