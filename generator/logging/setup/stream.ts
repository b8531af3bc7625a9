/**
 * Data streams, one for each environment: `logs-milvus-prod`. The name follows Elasticsearch's scheme of type, data set and namespace
 * (its template `logs@settings` covers it too, with a lower priority).
 */
export const STREAM_PREFIX = "logs-milvus-";
