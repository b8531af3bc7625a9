import { describe, expect, it } from "vitest";
import { environmentHasOwners } from "../../../generator/checks/repository/owners.ts";
import { repositoryOf } from "./tree.ts";

const OWNERS = { owners: ["@acme/search", "@ann"] };
const BOTH = ["overlays/prod/environment.yaml", "apps/prod/application.yaml"];

describe("environmentHasOwners", () => {
  it.each([
    "* @acme/search @ann\n",
    "# owners\n\n* @acme/platform\n/overlays/prod/ @ann @acme/search # both\n/apps/prod/ @acme/search @ann @bob\n",
    "/apps/ @ann @acme/search\noverlays @ann @acme/search\n",
  ])("accepts %j", (text) => {
    expect(environmentHasOwners.find(repositoryOf({ ".github/CODEOWNERS": text }, OWNERS))).toEqual([]);
  });

  it.each([
    { text: "", paths: BOTH, missing: "@acme/search, @ann" },
    { text: "* @acme/search\n", paths: BOTH, missing: "@ann" },
    { text: "* @acme/search @ann\n/apps/prod/ @ann\n", paths: BOTH.slice(1), missing: "@acme/search" },
    {
      text: "/overlays/production/ @ann\n/overlays/prod/ @acme/search @ann\n/apps/ @ann @acme/search\n* @ann\n",
      paths: BOTH,
      missing: "@acme/search",
    },
  ])("refuses $text", ({ text, paths, missing }) => {
    expect(environmentHasOwners.find(repositoryOf({ ".github/CODEOWNERS": text }, OWNERS))).toEqual(
      paths.map((subject) => ({ subject, message: `.github/CODEOWNERS does not give it to ${missing}.` })),
    );
  });

  it("asks for the platform's owners where an environment has none, and for nobody where nobody is named", () => {
    const tree = repositoryOf({});

    expect(environmentHasOwners.find(tree)).toEqual([]);
    expect(environmentHasOwners.find({ ...tree, platform: { ...tree.platform, owners: ["@acme/platform"] } })).toEqual(
      BOTH.map((subject) => ({ subject, message: ".github/CODEOWNERS does not give it to @acme/platform." })),
    );
  });
});
