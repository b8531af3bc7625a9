import { expect, it } from "vitest";
import { withoutCredentials } from "../../generator/system/program-env.ts";

it("keeps from a program what its name says is a credential, and nothing that a shim of a version manager needs", () => {
  const kept = {
    ASDF_DIR: "/opt/asdf",
    HOME: "/home/a",
    HTTPS_PROXY: "http://proxy:3128",
    PATH: "/bin",
    SSH_AUTH_SOCK: "/run/ssh",
  };
  const held = {
    AWS_ACCESS_KEY_ID: "x",
    AWS_SECRET_ACCESS_KEY: "x",
    AZURE_STORAGE_ACCOUNT_KEY: "x",
    DB_PASSWORD: "x",
    GITHUB_TOKEN: "x",
    GOOGLE_APPLICATION_CREDENTIALS: "x",
    npm_config__authToken: "x",
    OPENAI_API_KEY: "x",
    PGPASSWD: "x",
    SSH_PRIVATE_KEY: "x",
  };

  expect(withoutCredentials({ ...kept, ...held })).toEqual(kept);
});
