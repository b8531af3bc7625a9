export type JsonMap = Readonly<Record<string, unknown>>;

/** One entry of a kustomization that changes objects. */
export interface Change {
  readonly what: "patch" | "image" | "replica";
  /** How a person finds it in the kustomization: a file, or a name. */
  readonly label: string;
  readonly takes: (object: JsonMap) => boolean;
  /** Undefined where the object is deleted. */
  readonly apply: (object: JsonMap) => JsonMap | undefined;
}
