import { defineConfig } from "vitest/config";
import { ByName } from "./test/support/by-name.ts";

/** The proofs share one cluster, so that they run one after the other, in the order of their files' names, and once. */
export default defineConfig({
  test: {
    include: ["test/cluster/*.test.ts"],
    globalSetup: "test/cluster/support/global-setup.ts",
    setupFiles: "test/cluster/support/end-with-vitest.ts",
    fileParallelism: false,
    sequence: { sequencer: ByName },
    retry: 0,
    testTimeout: 900_000,
    hookTimeout: 300_000,
    teardownTimeout: 300_000,
    reporters: ["default", "./test/support/summary-reporter.ts"],
  },
});
