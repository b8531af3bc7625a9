import Handlebars from "handlebars";

/**
 * A function from values to text. Only constant texts are compiled: Handlebars runs what a template says. It escapes nothing, so
 * that values have to come escaped for where they stand.
 */
export function template<T extends object>(text: string): (values: T) => string {
  return Handlebars.compile(text, { strict: true, noEscape: true, knownHelpersOnly: true });
}
