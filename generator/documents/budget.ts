/** Something that can be left out of a text, by its identity. */
export interface Part {
  /** What the reader calls it: "object". */
  readonly noun: string;
  /** How many of them it tells. */
  readonly count: number;
  /** Characters that it takes at the least. */
  readonly size: number;
  /** It goes with this one, and is then not counted for itself. */
  readonly within: Part | undefined;
}

/** What a text is made with when it has to be shorter. */
export interface Cut {
  readonly dropped: ReadonlySet<Part>;
  /** "2 roll-outs and 14 objects", empty where nothing is left out. */
  readonly left: string;
}

/**
 * The longest text within the budget, which is in characters. `parts` has the least important first, and no more of them are left
 * out than must be. What stays without any part is cut off hard, which a sensible budget never needs.
 */
export function withinBudget(parts: readonly Part[], budget: number, render: (cut: Cut) => string): string {
  const text = (count: number) => render(cutOf(parts.slice(0, count)));
  const count = neededDrops(surelyDropped(parts, budget), parts.length, (dropped) => text(dropped).length <= budget);
  return text(count).slice(0, Math.max(0, budget));
}

export function kept<T extends { readonly part: Part }>(items: readonly T[], { dropped }: Cut): T[] {
  return items.filter(({ part }) => !dropped.has(part));
}

/** How many have to go by their sizes alone, so that texts of many times the budget are never made. */
function surelyDropped(parts: readonly Part[], budget: number): number {
  let size = parts.reduce((sum, part) => sum + part.size, 0);
  const first = parts.findIndex((part) => {
    if (size <= budget) return true;
    size -= part.size;
    return false;
  });
  return first === -1 ? parts.length : first;
}

/** How many of the order must go for a text to fit; each one more makes it shorter. */
function neededDrops(least: number, most: number, fits: (dropped: number) => boolean): number {
  let [low, high] = [least, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function cutOf(parts: readonly Part[]): Cut {
  const dropped = new Set(parts);
  const counts = new Map<string, number>();
  // From the most important one on, so that its noun stands first.
  for (const { noun, count, within } of [...parts].reverse()) {
    if (within === undefined || !dropped.has(within)) counts.set(noun, (counts.get(noun) ?? 0) + count);
  }
  const words = [...counts].map(([noun, number]) => `${number} ${noun}${number === 1 ? "" : "s"}`);
  return { dropped, left: words.join(", ").replace(/, (?=[^,]*$)/, " and ") };
}
