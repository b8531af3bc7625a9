/** A worker outlives a Vitest that is killed, and would go on changing the cluster that the next run believes to be its own. */
process.once("disconnect", () => process.exit(1));
