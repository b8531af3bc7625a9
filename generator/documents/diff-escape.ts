/**
 * What a terminal would obey, marks that turn the reading direction or are not seen at all, so that a text looks like another one,
 * and halves of characters.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2065\u3164\uffa0]|[\u{e0100}-\u{e01ef}]/gu;

/** The line with such characters as `\x1b`. */
export function visible(line: string): string {
  return line.replace(INVISIBLE, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    if (code.length > 4) return `\\u{${code}}`;
    return code.length > 2 ? `\\u${code.padStart(4, "0")}` : `\\x${code.padStart(2, "0")}`;
  });
}

/**
 * A text inside a sentence or a table's cell of GitHub's Markdown, which then says what it says and does nothing: it makes no
 * markup, no HTML, no link, no emoji, and names nobody. GitHub looks for names and links in what Markdown has made, where an entity
 * has become its character again; so a space of no width stands in between. The hash of a commit alone is left: it can only lead to
 * a commit of the same repository.
 */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .replace(/[&<>`*_[\]|\\~#$]/g, entity)
    .replace(/@|:(?=\/\/|(?:[\w+-]|&#95;)+(?::|$))|\bwww(?=\.)|\bGH(?=-\d)|&#35;/gi, (found) => `${found}&#8203;`);
}

/** A text that a paragraph or an item of a list begins with: it begins no list, no line and no code of its own. */
export function escapeParagraph(text: string): string {
  return escapeMarkdown(text).replace(/^(?:[-+=\s]|\d(?=\d*[.)]))/, entity);
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/** A name or a value as code, where GitHub looks for no names and links; as text where it holds what would end the code. */
export function codeOrText(text: string): string {
  const isPlain = text !== "" && text.trim() === text && !/[`|\\]/.test(text) && visible(text) === text;
  return isPlain ? `\`${unread(text)}\`` : escapeMarkdown(text);
}

/**
 * A line of code without what GitHub obeys in the message of a commit: a body becomes one where pull requests are squashed, and
 * there no Markdown tells code from text ("Linking a pull request to an issue", "Skipping workflow runs" in docs.github.com).
 */
export function unread(line: string): string {
  return line
    .replace(/\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)(?=:?\s+\S*(?:#|GH-|\/issues\/)\d)/gi, "$&\u200b")
    .replace(/\[(?=(?:skip|no|ci|actions)\b)/gi, "$&\u200b");
}

/**
 * Lines that nothing in them can end: the fence is longer than any run of back-ticks. Commands stay as they are, because people copy
 * them.
 */
export function fenced(language: string, lines: readonly string[]): string {
  const clean = lines.map((line) => (language === "sh" ? visible(line) : unread(visible(line))));
  const runs = clean.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length));
  const longest = runs.reduce((a, b) => Math.max(a, b), 2);
  const fence = "`".repeat(longest + 1);
  return [`${fence}${language}`, ...clean, fence].join("\n");
}

/** A label of a diagram; Mermaid reads quotes, brackets and HTML in it. */
export function diagramLabel(text: string): string {
  return text.replace(/[^\w .,/-]/g, "?");
}
