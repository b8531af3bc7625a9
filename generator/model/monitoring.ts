/** What the operators of Prometheus and Grafana find of an environment; nothing unless it is enabled. */
export interface Monitoring {
  readonly enabled: boolean;
  /** Between two scrapes, `30s`. */
  readonly interval: string;
  /** Of the monitors, for the selector of a Prometheus. */
  readonly labels: Readonly<Record<string, string>>;
  readonly rules: AlertRules;
  readonly dashboards: Dashboards;
}

export interface Dashboards {
  readonly enabled: boolean;
  /** By which Grafana's sidecar finds the ConfigMaps. */
  readonly labels: Readonly<Record<string, string>>;
  /** Undefined leaves them in Grafana's own folder. */
  readonly folder: string | undefined;
}

export interface AlertRules {
  readonly enabled: boolean;
  /** For the rule selector of a Prometheus. */
  readonly labels: Readonly<Record<string, string>>;
  /** Where docs/runbooks can be read, without a slash at the end; undefined leaves the names of the files. */
  readonly runbookUrl: string | undefined;
}
