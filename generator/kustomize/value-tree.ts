/** A YAML file before it is text: `documents` writes it. */
export interface YamlFile {
  /** The file a person edits to change this one, for the header: `overlays/prod/environment.yaml`. */
  readonly source: string;
  readonly value: unknown;
}

/** YAML files by their path in the repository. */
export type ValueTree = ReadonlyMap<string, YamlFile>;
