/**
 * The one name that Milvus gives to `minio.accessKeyID`, `MINIO_ACCESS_KEY_ID` and `milvus.minio.accesskeyid`: it drops case and
 * the characters `/`, `_` and `.` and a leading `milvus.` of every key and every environment variable.
 */
export function milvusKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/^milvus[._]/, "")
    .replace(/[/_.]/g, "");
}
