import { configDefaults, defineConfig } from "vitest/config";

/** Functions of values alone. They share the modules that they load, which takes a third of the time of loading them for each file. */
const UNITS = ["argocd", "changes", "checks", "components", "config", "documents", "identity", "kustomize", "model"];

/** These need a cluster, or servers: npm run test:cluster, npm run test:servers, npm run test:backup. */
const ELSEWHERE = ["test/cluster/*.test.ts", "test/servers/*.test.ts", "test/backup/**"];

const units = UNITS.map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    // The tests start programs and wait for them, so that a core less than there are would stand idle.
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", "./test/support/closing-line.ts"],
    projects: [
      { extends: true, test: { name: "units", include: units, isolate: false } },
      {
        extends: true,
        test: { name: "system", include: ["test/**/*.test.ts"], exclude: [...configDefaults.exclude, ...ELSEWHERE, ...units] },
      },
    ],
  },
});
