import { GeneratorError } from "../../../generator/errors.ts";
import { findKustomize } from "../../../generator/system/kustomize-binary.ts";
import { renderKustomization } from "../../../generator/system/render-kustomization.ts";

/** Finds Kustomize without the network and builds the folder of the first argument, in the milliseconds of the second. */
const [folder = "", milliseconds = "60000"] = process.argv.slice(2);
const timeoutMilliseconds = Number(milliseconds);

findKustomize(process.env, { downloads: [], probeMilliseconds: 60_000 })
  .then((kustomize) => renderKustomization(kustomize, folder, { timeoutMilliseconds, maxBytes: 1_000_000 }))
  .then(
    (text) => process.stdout.write(text),
    (error: unknown) => {
      process.stderr.write(error instanceof GeneratorError ? `${error.message} (${error.code})` : String(error));
      process.exitCode = error instanceof GeneratorError ? error.exitCode : 1;
    },
  );
