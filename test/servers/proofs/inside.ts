import { expect, it } from "vitest";
import { eventually } from "../../support/eventually.ts";
import type { TestEnvironment } from "../support/environment.ts";
import { askInside, type RestAnswer, startClientPod } from "../support/inside-client.ts";
import type { Account } from "../support/outside-client.ts";

const NAME = "from_inside";
const ROWS = [
  { vector: [0.5, 0.25, 0.5, 0.25], title: "near" },
  { vector: [0.5, 0.25, 0.5, 2.25], title: "far" },
];

/** The same service as an application in the namespace sees it: by the Service's name, over REST. */
export function itServesInside(environment: () => TestEnvironment, account?: Account): void {
  it("makes, fills and searches a collection over REST for a pod in the namespace", async () => {
    await startClientPod(environment().namespace);
    const ask = (path: string, body?: object) =>
      askInside(environment(), { path, account, ...(body === undefined ? {} : { body }) });

    expect(await ask("collections")).toEqual({ code: 200, data: [] });
    expect(await ask("collections/create", { collectionName: NAME, dimension: 4 })).toEqual({ code: 200, data: {} });
    expect(await ask("collections")).toEqual({ code: 200, data: [NAME] });
    expect(await ask("insert", { collectionName: NAME, data: ROWS })).toEqual({
      code: 200,
      data: { insertCount: 2, insertIds: [expect.any(String), expect.any(String)] },
    });
    expect(await searched(ask)).toEqual([
      { id: expect.any(String), distance: 0, title: "near" },
      { id: expect.any(String), distance: 4, title: "far" },
    ]);
    expect(await ask("collections/drop", { collectionName: NAME })).toEqual({ code: 200, data: {} });
  });
}

/** A search over REST may look at a moment of some seconds ago. */
function searched(ask: (path: string, body: object) => Promise<RestAnswer>): Promise<unknown> {
  const body = { collectionName: NAME, vector: ROWS[0]?.vector, limit: ROWS.length, outputFields: ["title"] };
  return eventually("both rows", 30, async () => {
    const answer = await ask("search", body);
    const isComplete = Array.isArray(answer.data) && answer.data.length === ROWS.length;
    return isComplete ? { found: answer.data } : { missing: JSON.stringify(answer) };
  });
}
