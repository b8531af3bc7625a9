/** Blocks of Markdown with an empty line between them; those without a text are left out. */
export function paragraphs(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}
