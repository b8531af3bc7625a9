import type { Part } from "./budget.ts";
import { type EnvironmentView, environmentParts, innerParts } from "./diff-views.ts";
import type { Row, Rows } from "./pull-request-rows.ts";

/** Of one list, rows beyond these go before whole environments do. */
const MOST_ROWS = 40;

/** In characters; a longer row goes before all else. */
const LONGEST_ROW = 1_000;

/**
 * All that a body can do without, the least important first: what `npm run diff` shows too, then what only this text tells, and of
 * that last the gates that are not passed.
 */
export function pullRequestParts(environments: readonly EnvironmentView[], rows: Rows): Part[] {
  const { fields, warnings, undo, command, gates } = rows;
  const [passed, waiting, failed] = ["passed", "waiting", "failed"].map((state) =>
    gates.filter((gate) => gate.state === state),
  );
  const lists = [warnings, fields, [command], undo, passed, waiting, failed].map((list = []) => parted(list));
  return [
    ...lists.flatMap(({ long }) => lastFirst(long)),
    ...innerParts(environments),
    ...lists.flatMap(({ many }) => lastFirst(many)),
    ...environmentParts(environments),
    ...lists.flatMap(({ most }) => lastFirst(most)),
  ];
}

function parted(rows: readonly Row[]) {
  const short = rows.filter(({ text }) => text.length <= LONGEST_ROW);
  const long = rows.filter(({ text }) => text.length > LONGEST_ROW);
  return { long, most: short.slice(0, MOST_ROWS), many: short.slice(MOST_ROWS) };
}

function lastFirst(rows: readonly Row[]): Part[] {
  return rows.map(({ part }) => part).reverse();
}
