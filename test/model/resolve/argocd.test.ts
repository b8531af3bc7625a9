import { expect, it } from "vitest";
import { resolved } from "./sources.ts";

it("gives a sync window the time zone and the strictness that Argo CD would take", () => {
  const window = { kind: "deny", schedule: "0 22 * * 1-5", duration: "8h" } as const;
  const { argocd } = resolved("production", {
    argocd: {
      sync: "manual",
      annotations: { "notifications.example.com/channel": "search" },
      syncWindows: [window, { ...window, timeZone: "Europe/Berlin", manualSync: true }],
    },
  });

  expect(argocd).toEqual({
    sync: "manual",
    selfHeal: true,
    prune: true,
    retries: 5,
    annotations: { "notifications.example.com/channel": "search" },
    syncWindows: [
      { ...window, timeZone: "UTC", manualSync: false },
      { ...window, timeZone: "Europe/Berlin", manualSync: true },
    ],
  });
});
