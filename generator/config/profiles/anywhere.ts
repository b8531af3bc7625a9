/** A workload that says nothing about nodes and carries no labels and annotations of the user's. */
export const ANYWHERE = { nodeSelector: {}, tolerations: [], labels: {}, annotations: {} };
