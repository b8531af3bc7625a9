/** A file that a person wrote, or the error code of the system that kept it from being read: `ENOENT`, `EACCES`. */
export type SourceFile =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly unreadable: string };

/** A folder of `overlays/` with its description. */
export interface SourceEnvironment {
  /** Name of the folder. */
  readonly name: string;
  readonly file: SourceFile;
  /** The kustomization in `custom/`; undefined where there is none. */
  readonly custom: SourceFile | undefined;
}

/** All that people wrote, as bytes. */
export interface Sources {
  readonly platform: SourceFile;
  readonly environments: readonly SourceEnvironment[];
}
