/** What Milvus makes of a variable's name before it compares it with its keys: `MINIO_ACCESS_KEY_ID` is `minio.accessKeyID`. */
export function settingOf(variable: string): string {
  return variable
    .toLowerCase()
    .replace(/^milvus\./, "")
    .replaceAll(/[/_.]/g, "");
}

/** The variable that sets a Milvus key: `queryNode.gracefulStopTimeout` is `QUERYNODE_GRACEFULSTOPTIMEOUT`. */
export function variableOf(key: string): string {
  return key.replaceAll(".", "_").toUpperCase();
}
