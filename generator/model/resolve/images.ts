import type { Image } from "../environment.ts";
import type { ImageSettings } from "./settings.ts";
import { take } from "./take.ts";

/** What stands in for a registry: `docker.io: registry.example.com/docker-hub`. */
export type Mirrors = Readonly<Record<string, string>>;

export function resolveImage(path: string, image: ImageSettings | undefined, mirrors: Mirrors): Image {
  const { repository, tag } = take(path, image, "repository", "tag");
  return { repository: mirrored(repository, mirrors), tag, digest: image?.digest };
}

const DOCKER_HUB = "docker.io";

/** The repository in the mirror of its registry; as it was written where the registry has none. */
export function mirrored(repository: string, mirrors: Mirrors): string {
  const registry = registryOf(repository);
  const mirror = mirrors[registry];
  return mirror === undefined ? repository : `${mirror}/${nameIn(registry, repository)}`;
}

/** `quay.io` of `quay.io/minio/minio`, and Docker Hub of a name that does not begin with a host. */
export function registryOf(repository: string): string {
  const [first = "", ...rest] = repository.split("/");
  return rest.length > 0 && (/[.:]/.test(first) || first === "localhost") ? first : DOCKER_HUB;
}

/** The name inside its registry. Docker Hub alone has names without an owner, whose real owner is `library`. */
function nameIn(registry: string, repository: string): string {
  const name = repository.startsWith(`${registry}/`) ? repository.slice(registry.length + 1) : repository;
  return registry === DOCKER_HUB && !name.includes("/") ? `library/${name}` : name;
}
