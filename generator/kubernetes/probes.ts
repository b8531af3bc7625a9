/** How often and how patiently the kubelet asks. Seconds. */
export interface ProbeTiming {
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly failureThreshold: number;
}

/** Probes name ports by number: scanners read every named port as 0 and see identical probes. */
export function httpProbe(path: string, port: number, timing: ProbeTiming) {
  return { httpGet: { path, port, scheme: "HTTP" as const }, ...timing };
}

/** The kubelet does not look at the certificate, and shows none (Kubernetes docs, HTTP probes). */
export function httpsProbe(path: string, port: number, timing: ProbeTiming) {
  return { httpGet: { path, port, scheme: "HTTPS" as const }, ...timing };
}

export function tcpProbe(port: number, timing: ProbeTiming) {
  return { tcpSocket: { port }, ...timing };
}

export function execProbe(command: readonly string[], timing: ProbeTiming) {
  return { exec: { command: [...command] }, ...timing };
}
