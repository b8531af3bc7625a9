/**
 * One pod at a time, and not for a short lull: a query node that goes hands its segments to others, which load them first. Kubernetes'
 * own default takes all that are too many at once.
 */
export const SCALE_DOWN = {
  stabilizationWindowSeconds: 600,
  selectPolicy: "Max",
  policies: [{ type: "Pods", value: 1, periodSeconds: 300 }],
} as const;
