import fc from "fast-check";

/** One or two cuts, each filled with a piece, another part of the file, or nothing. */
export function damaged(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const text = new TextDecoder().decode(bytes);
  const place = fc.nat({ max: text.length });
  const part = fc.tuple(place, fc.nat({ max: 40 })).map(([start, length]) => text.slice(start, start + length));
  const filling = fc.oneof(
    fc.constantFrom(...PIECES),
    fc.constantFrom(...WORDS),
    part,
    fc.string({ maxLength: 8 }),
    fc.constant(""),
  );
  const cut = fc.record({ place, length: fc.nat({ max: 12 }), filling });
  return fc.array(cut, { minLength: 1, maxLength: 2 }).map((cuts) => new TextEncoder().encode(cuts.reduce(fill, text)));
}

/** Pieces that YAML, JavaScript or a shell take for more than text. */
const PIECES = [
  "&a ",
  "*a",
  "!!x ",
  "<<: ",
  "? ",
  "- ",
  "{",
  "}",
  "[",
  "]",
  "|\n",
  ">\n",
  "'",
  '"',
  "\t",
  "\n",
  ": ",
  "#",
  "%YAML 1.1\n",
];
const WORDS = [
  "__proto__",
  "constructor",
  "null",
  "true",
  "-1",
  "0",
  "1e999",
  "9".repeat(30),
  "$(x)",
  "../..",
  "\u0000",
  "\u202e",
  "é",
];

function fill(text: string, cut: { readonly place: number; readonly length: number; readonly filling: string }): string {
  return text.slice(0, cut.place) + cut.filling + text.slice(cut.place + cut.length);
}
