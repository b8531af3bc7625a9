/** What the operators of Prometheus and Grafana find of an environment; nothing unless it is enabled. */
export interface Monitoring {
  readonly enabled: boolean;
  /** Between two scrapes, `30s`. */
  readonly interval: string;
  /** Of the monitors, for the selector of a Prometheus. */
  readonly labels: Readonly<Record<string, string>>;
}
