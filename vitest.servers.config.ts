import { defineConfig } from "vitest/config";
import { ByName } from "./test/support/by-name.ts";

/** The environments share the nodes and their ports, so that they run one after the other, and once. */
export default defineConfig({
  test: {
    include: ["test/servers/*.test.ts"],
    globalSetup: "test/servers/support/global-setup.ts",
    fileParallelism: false,
    sequence: { sequencer: ByName },
    retry: 0,
    testTimeout: 1_500_000,
    hookTimeout: 600_000,
    teardownTimeout: 600_000,
    reporters: ["default", "./test/support/summary-reporter.ts"],
  },
});
