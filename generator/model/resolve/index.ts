export { takesFiles } from "./backup.ts";
export { type EnvironmentSource, resolveEnvironment } from "./environment.ts";
export { registryOf } from "./images.ts";
export { resolvePlatform } from "./platform.ts";
