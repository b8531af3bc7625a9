import { describe, expect, it } from "vitest";
import { milvusImageUser } from "../../../generator/model/releases/image-user.ts";

describe("milvusImageUser", () => {
  it.each(["2.3.3", "2.4.17", "2.5.27", "2.6.20", "2.6.99"])("runs %s in the root group, which owns its files", (version) => {
    expect(milvusImageUser(version)).toMatchObject({ uid: 10001, gid: 0 });
  });

  it.each(["3.0.0", "3.0.0-beta", "3.1.4"])("runs %s as the user that owns its files", (version) => {
    expect(milvusImageUser(version)).toMatchObject({ uid: 999, gid: 999 });
  });

  it("says why a scanner's rule is not met", () => {
    expect(milvusImageUser("2.6.20").why).not.toBe("");
    expect(milvusImageUser("3.0.0").why).not.toBe("");
  });
});
