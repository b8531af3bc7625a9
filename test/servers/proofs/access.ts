import { expect, it } from "vitest";
import type { TestEnvironment } from "../support/environment.ts";
import { askInside } from "../support/inside-client.ts";
import { type Account, asClient, collectionNames, PUBLISHED, ROOT, requireSuccess } from "../support/outside-client.ts";

const STRANGER: Account = { ...ROOT, password: "no-such-password" };
const CHANGED: Account = { ...ROOT, password: "another-password" };

/** Authentication is on. The last proof of clients in its file: it changes the password. */
export function itAsksForPasswords(environment: () => TestEnvironment): void {
  const lists = (account?: Account) => asClient(environment(), account, collectionNames);

  it("refuses a client without a password, and one with a wrong password", async () => {
    await expect(lists()).rejects.toThrow("UNAUTHENTICATED: missing authorization in header");
    await expect(lists(STRANGER)).rejects.toThrow("UNAUTHENTICATED: auth check failure");
  });

  it("refuses the same clients over REST", async () => {
    const refusal = { code: 1800, message: "user hasn't authenticated" };
    const ask = (account?: Account) => askInside(environment(), { path: "collections", account });

    expect(await ask()).toEqual(refusal);
    expect(await ask(STRANGER)).toEqual(refusal);
  });

  it("takes root's password from the Secret, not the published one, and after a change the new one alone", async () => {
    expect(await lists(ROOT)).toEqual([]);
    await expect(lists(PUBLISHED)).rejects.toThrow("UNAUTHENTICATED: auth check failure");
    await asClient(environment(), ROOT, async (client) => {
      const passwords = { oldPassword: ROOT.password, newPassword: CHANGED.password };
      requireSuccess(await client.updatePassword({ username: ROOT.username, ...passwords }));
    });

    expect(await lists(CHANGED)).toEqual([]);
    await expect(lists(ROOT)).rejects.toThrow("UNAUTHENTICATED: auth check failure");
  });
}
