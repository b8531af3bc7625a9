import { expect, it } from "vitest";
import { take } from "../../../generator/model/resolve/take.ts";

it("takes the named fields and leaves the others", () => {
  expect(take("etcd", { replicas: 3, mode: "internal", endpoints: undefined }, "replicas", "mode")).toEqual({
    replicas: 3,
    mode: "internal",
  });
});

it("takes false, zero and empty values for values", () => {
  expect(take("x", { off: false, none: 0, empty: "" }, "off", "none", "empty")).toEqual({ off: false, none: 0, empty: "" });
});

it.each([
  { path: "etcd.storage", section: {}, message: "The settings lack etcd.storage.size." },
  { path: "etcd.storage", section: undefined, message: "The settings lack etcd.storage.size." },
  { path: "", section: {}, message: "The settings lack size." },
])("names what is missing: $message", ({ path, section, message }) => {
  expect(() => take(path, section as { size?: string } | undefined, "size")).toThrow(message);
});
