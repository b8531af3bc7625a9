import type { Minio } from "../../model/environment.ts";
import { headlessName, MINIO } from "../../model/identities.ts";
import { MINIO_API } from "../../model/ports.ts";

/** A volume of a server: the name of its claim and where it is mounted. */
export interface Drive {
  readonly name: string;
  readonly mountPath: string;
}

/** The drives of each server: `data`, or `data-0` and so on where there are several. */
export function drives(minio: Minio): Drive[] {
  if (minio.drivesPerServer === 1) return [drive("data")];
  return Array.from({ length: minio.drivesPerServer }, (_, index) => drive(`data-${index}`));
}

/**
 * Where the drives are, in MinIO's ellipsis form. Servers and drives are counted once, at the first start: growth is another
 * pool beside this one, never other numbers in it. All servers must be told the same, the scheme included.
 */
export function topology(minio: Minio, isEncrypted: boolean): string {
  const path = minio.drivesPerServer === 1 ? "/data" : `/data-${range(minio.drivesPerServer)}`;
  if (minio.mode === "standalone") return path;
  const scheme = isEncrypted ? "https" : "http";
  return `${scheme}://${MINIO.name}-${range(minio.replicas)}.${headlessName(MINIO)}.$(POD_NAMESPACE).svc:${MINIO_API.port}${path}`;
}

function drive(name: string): Drive {
  return { name, mountPath: `/${name}` };
}

function range(count: number): string {
  return `{0...${count - 1}}`;
}
