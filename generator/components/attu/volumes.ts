/** Where the image has its pages. */
export const PAGES_FOLDER = "/app/build";

/** Where they are copied to, in the container that does it. */
export const COPY_FOLDER = "/pages";

/** Pages are some megabytes, and yarn keeps a few links to itself in `/tmp`. */
export const VOLUMES = [
  { name: "pages", emptyDir: { sizeLimit: "128Mi" } },
  { name: "tmp", emptyDir: { sizeLimit: "64Mi" } },
] as const;

/** What the server writes to. */
export const MOUNTS = [
  { name: "pages", mountPath: PAGES_FOLDER },
  { name: "tmp", mountPath: "/tmp" },
] as const;
