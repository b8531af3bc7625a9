/** What a terminal would obey, and marks that turn the reading direction, so that a text looks like another one. */
const INVISIBLE = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** The line with such characters as `\x1b`. */
export function visible(line: string): string {
  return line.replace(INVISIBLE, (character) => {
    const code = character.charCodeAt(0).toString(16);
    return code.length > 2 ? `\\u${code.padStart(4, "0")}` : `\\x${code.padStart(2, "0")}`;
  });
}

/**
 * A text inside a sentence or a table's cell of GitHub's Markdown, which then says what it says and does nothing: it makes no
 * markup, no HTML, no link, and names nobody. GitHub looks for names and links in what Markdown has made, where an entity has
 * become its character again; so a space of no width stands in between.
 */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .replace(/[&<>`*_[\]|\\~#$]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/@|:(?=\/\/)|\bwww(?=\.)|\bGH(?=-\d)|&#35;/gi, (found) => `${found}&#8203;`);
}

/** Lines that nothing in them can end: the fence is longer than any run of back-ticks. */
export function fenced(language: string, lines: readonly string[]): string {
  const clean = lines.map(visible);
  const longest = Math.max(2, ...clean.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = "`".repeat(longest + 1);
  return [`${fence}${language}`, ...clean, fence].join("\n");
}

/** A label of a diagram; Mermaid reads quotes, brackets and HTML in it. */
export function diagramLabel(text: string): string {
  return text.replace(/[^\w .,/-]/g, "?");
}
