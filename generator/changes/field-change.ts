/**
 * How a field differs. `value`: it has another value. `text`: another text of several lines. `config`: it names the same generated
 * ConfigMap or Secret, whose contents changed. `order`: the same items in an order that matters. `form`: written in another way
 * that means the same, but rolls pods. `secret`: it changed, and what it is stays untold.
 */
export type Difference = "value" | "text" | "config" | "order" | "form" | "secret";

/** One field of one object that differs. */
export interface FieldChange {
  /** `spec.template.spec.containers[etcd].image`; items of lists by their key, and keys with dots in brackets. */
  readonly path: string;
  readonly what: Difference;
  /** Undefined where the field is new, and for secrets. */
  readonly before?: unknown;
  /** Undefined where the field goes, and for secrets. */
  readonly after?: unknown;
  /** Of a `text`: the lines that go and come, with the sign that a patch gives them. */
  readonly lines?: readonly string[];
}

/** Where a value stands. */
export interface Place {
  readonly path: string;
  readonly field: string;
  /** The field around it; a list adds no level. */
  readonly parent: string;
}

export const ROOT: Place = { path: "", field: "", parent: "" };

export function placeOf(parent: Place, field: string): Place {
  const dotted = parent.path === "" ? field : `${parent.path}.${field}`;
  const path = /^[A-Za-z_][\w-]*$/.test(field) ? dotted : `${parent.path}[${field}]`;
  return { path, field, parent: parent.field };
}

/** An item of a list: its own fields are those of the list's place. */
export function itemPlace(list: Place, key: string): Place {
  return { ...list, path: `${list.path}[${key}]` };
}
