/** A graph: its title, the unit by Grafana's name (`ms`, `bytes`, `percentunit`), and what it draws. */
export interface Panel {
  readonly title: string;
  readonly unit: string;
  readonly queries: readonly Query[];
}

export interface Query {
  readonly expr: string;
  /** `{{pod}}` */
  readonly legend: string;
}

/** A row of a dashboard; what is under one title belongs together. */
export interface Row {
  readonly title: string;
  readonly panels: readonly Panel[];
}

export function panel(title: string, unit: string, ...queries: readonly Query[]): Panel {
  return { title, unit, queries };
}

export function query(expr: string, legend: string): Query {
  return { expr, legend };
}

/** How many a second, summed by the labels. */
export function perSecond(series: string, by: string): Query {
  return query(`sum by (${by}) (rate(${series}[5m]))`, legendOf(by));
}

/** The slowest hundredth of a histogram, by the labels. `matchers` stand within its braces. */
export function slowest(histogram: string, matchers: string, by: string): Query {
  return query(`histogram_quantile(0.99, sum by (le, ${by}) (rate(${histogram}_bucket{${matchers}}[5m])))`, legendOf(by));
}

/** `{{pod}} {{topic}}` of `pod, topic`. */
function legendOf(by: string): string {
  return by
    .split(", ")
    .map((label) => `{{${label}}}`)
    .join(" ");
}
