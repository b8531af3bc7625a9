import { registryOf } from "../../model/resolve/index.ts";
import { type Invariant, type PlatformTree, violation } from "../invariant.ts";
import { usedImages } from "./image-reference.ts";

/** An empty list allows all. */
export const registriesAllowed: Invariant<PlatformTree> = {
  name: "registries-allowed",
  code: "E_IMAGE",
  severity: "error",
  reason: "An image from a registry that nobody looks after can be replaced by anybody who owns it.",
  remedy: "Use a mirror in one of images.allowedRegistries of gitops.yaml, or allow the registry there.",
  find: ({ platform: { allowedRegistries }, environments }) => {
    if (allowedRegistries.length === 0) return [];
    return environments
      .flatMap(({ objects }) => usedImages(objects))
      .filter(({ image }) => !allowedRegistries.includes(registryOf(image.repository)))
      .map(({ object, image }) =>
        violation(object, `Its image ${image.reference} comes from ${registryOf(image.repository)}.`),
      );
  },
};
