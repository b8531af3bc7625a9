import { defineConfig } from "vitest/config";
import { ByName } from "./test/support/by-name.ts";

/** Each file starts servers of its own, on ports of this machine. */
export default defineConfig({
  test: {
    include: ["test/backup/*.test.ts"],
    globalSetup: "test/backup/support/global-setup.ts",
    fileParallelism: false,
    sequence: { sequencer: ByName },
    retry: 0,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ["default", "./test/support/summary-reporter.ts"],
  },
});
