import { type EnvironmentTree, type Invariant, violation } from "../invariant.ts";
import { type ImageReference, usedImages } from "./image-reference.ts";

export const imagesTagged: Invariant<EnvironmentTree> = {
  name: "images-tagged",
  code: "E_IMAGE",
  severity: "error",
  reason: "Without a tag of its own an image is whatever was pushed last, and two nodes run different versions.",
  remedy: "Name the version as the tag, beside the digest too.",
  find: ({ objects }) =>
    usedImages(objects)
      .filter(({ image: { tag } }) => tag === undefined || tag === "" || tag === "latest")
      .map(({ object, image }) => violation(object, `Its image ${image.reference} has ${tagFault(image)}.`)),
};

function tagFault({ tag }: ImageReference): string {
  return tag === "latest" ? "the tag latest" : "no tag";
}

export const digestsWhole: Invariant<EnvironmentTree> = {
  name: "digests-whole",
  code: "E_IMAGE",
  severity: "error",
  reason: "A node cannot pull an image by a digest that is cut off or misspelled.",
  remedy: "Copy all 64 digits that `crane digest` prints, with sha256: before them.",
  find: ({ objects }) =>
    usedImages(objects)
      .filter(({ image: { digest } }) => digest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(digest))
      .map(({ object, image }) => violation(object, `The digest of its image is ${image.digest}.`)),
};
