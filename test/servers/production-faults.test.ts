import { describe } from "vitest";
import { itSurvivesDrain } from "./faults/drain.ts";
import { itSurvivesKills } from "./faults/kills.ts";
import { itSurvivesConfigChange } from "./faults/roll-out.ts";
import { itSurvivesRotation } from "./faults/rotation.ts";
import { itStarts } from "./proofs/running.ts";
import { useEnvironment } from "./support/environment.ts";

describe("a production environment in trouble", () => {
  const environment = useEnvironment("production", "in waves");

  itStarts(environment);
  itSurvivesKills(environment);
  itSurvivesDrain(environment);
  itSurvivesConfigChange(environment);
  itSurvivesRotation(environment);
});
