import { expect, it } from "vitest";
import { milvusAuthorization } from "../../generator/model/milvus-authorization.ts";
import { aRole } from "../support/environments.ts";

const KEY = "common.security.authorizationEnabled";

it.each([
  { what: "nothing", config: {}, ofProxy: {}, isOn: false },
  { what: "true for all roles", config: section(true), ofProxy: {}, isOn: true },
  { what: "true as a text", config: section("true"), ofProxy: {}, isOn: true },
  { what: "false for all roles", config: section(false), ofProxy: {}, isOn: false },
  { what: "true for the proxies alone", config: {}, ofProxy: { [KEY]: "true" }, isOn: true },
  { what: "false for the proxies, over true for all", config: section(true), ofProxy: { [KEY]: "false" }, isOn: false },
  { what: "something else than a section", config: { common: 1 }, ofProxy: {}, isOn: false },
])("Milvus asks for passwords: $isOn, where the configuration says $what", ({ config, ofProxy, isOn }) => {
  expect(milvusAuthorization({ config, roles: [aRole("proxy", { config: ofProxy })] })).toBe(isOn);
});

function section(authorizationEnabled: unknown) {
  return { common: { security: { authorizationEnabled } } };
}
