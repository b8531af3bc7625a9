/** What credentials look like, for the checks: the same patterns by which `config` refuses them in what people write. */
export { secretKind } from "../config/secret-patterns.ts";
