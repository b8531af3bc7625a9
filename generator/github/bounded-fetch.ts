/**
 * `fetch` as every call needs it: with a time limit that covers the body too, without following redirects, which would carry
 * the credentials to wherever they lead, and with the whole body read before anyone believes the status.
 */
export function boundedFetch(limitMilliseconds: number): typeof fetch {
  return async (input, init) => {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), limitMilliseconds);
    try {
      return await whole(await fetch(input, { ...init, redirect: "manual", signal: limit.signal }));
    } finally {
      clearTimeout(timer);
    }
  };
}

/** Octokit takes a body that breaks off for an empty one and the call for a success; read here, it is a failed call. */
async function whole(response: Response): Promise<Response> {
  const body = await response.arrayBuffer();
  const { status, statusText, headers, url } = response;
  const read = new Response(body.byteLength === 0 ? null : body, { status, statusText, headers });
  return Object.defineProperty(read, "url", { value: url });
}
