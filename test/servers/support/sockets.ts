/** A TCP connection as one end's kernel lists it, with IPv4 addresses. */
export interface Socket {
  readonly localPort: number;
  readonly remoteAddress: string;
  readonly remotePort: number;
}

export interface Sockets {
  readonly listening: ReadonlySet<number>;
  readonly connected: readonly Socket[];
}

/** States as Linux counts them (`include/net/tcp_states.h`): open, and closed a minute ago at most. */
const CONNECTED = ["01", "06"];
const LISTENING = "0A";

/** Reads `/proc/net/tcp` and `/proc/net/tcp6`, one after the other. IPv6 peers are left out, unless they are IPv4 in another form. */
export function readSockets(text: string): Sockets {
  const lines = text.split("\n").map((line) => line.trim().split(/\s+/));
  const sockets = lines.flatMap(([slot, local = "", remote = "", state = ""]) =>
    /^\d+:$/.test(slot ?? "") ? [{ state, local: end(local), remote: end(remote) }] : [],
  );
  return {
    listening: new Set(sockets.filter(({ state }) => state === LISTENING).map(({ local }) => local.port)),
    connected: sockets
      .filter(({ state, remote }) => CONNECTED.includes(state) && remote.address !== undefined)
      .map(({ local, remote }) => ({
        localPort: local.port,
        remoteAddress: remote.address ?? "",
        remotePort: remote.port,
      })),
  };
}

const MAPPED = "0000000000000000FFFF0000";

function end(text: string): { readonly address: string | undefined; readonly port: number } {
  const [address = "", port = "0"] = text.split(":");
  const ip = address.startsWith(MAPPED) ? address.slice(MAPPED.length) : address;
  return { address: ip.length === 8 ? dotted(ip) : undefined, port: Number.parseInt(port, 16) };
}

/** The kernel prints the four bytes as a number of this machine, the last one first. */
function dotted(hex: string): string {
  const bytes = [...hex.matchAll(/../g)].map(([byte]) => Number.parseInt(byte, 16));
  return bytes.reverse().join(".");
}
