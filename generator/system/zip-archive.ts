import { inflateRawSync } from "node:zlib";

const END = 0x06054b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;

/** One deflated file of a zip archive, found by the directory at its end. For archives that are pinned by their hash. */
export function fileInZip(zip: Buffer, wanted: string): Buffer {
  const end = endOf(zip);
  let at = zip.readUInt32LE(end + 16);
  for (let entries = zip.readUInt16LE(end + 10); entries > 0; entries--) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString("utf8", at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength);
    if (name === wanted) return inflate(zip, { start: zip.readUInt32LE(at + 42), size: zip.readUInt32LE(at + 20) });
    at += ENTRY_SIZE + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  throw new Error(`${wanted} is not in the archive`);
}

/** A comment may follow the record, so it is looked for from behind. */
function endOf(zip: Buffer): number {
  for (let at = zip.length - END_SIZE; at >= 0; at--) {
    if (zip.readUInt32LE(at) === END) return at;
  }
  throw new Error("this is not a zip archive");
}

function inflate(zip: Buffer, { start, size }: { start: number; size: number }): Buffer {
  const data = start + LOCAL_SIZE + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
  return inflateRawSync(zip.subarray(data, data + size));
}
