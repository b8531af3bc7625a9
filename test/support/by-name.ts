import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Runs files in the order of their names, because a later proof builds on what an earlier one has left in the cluster. */
export class ByName extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => (a.moduleId < b.moduleId ? -1 : 1));
  }
}
