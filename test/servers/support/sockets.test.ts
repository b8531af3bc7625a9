import { expect, it } from "vitest";
import { readSockets } from "./sockets.ts";

const PROC = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 00000000:4C4A 00000000:0000 0A 00000000:00000000 00:00000000 00000000 10001        0 91 1 0 100 0 0 10 0
   1: 0501000A:CB20 0601000A:094B 01 00000000:00000000 00:00000000 00000000 10001        0 92 1 0 20 4 30 10 -1
   2: 0501000A:CB22 0601000A:094B 02 00000000:00000000 00:00000000 00000000 10001        0 93 1 0 20 4 30 10 -1
  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt
   0: 00000000000000000000000000000000:2383 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000
   1: 0000000000000000FFFF00000501000A:4C4A 0000000000000000FFFF00000701000A:D2F0 06 00000000:00000000 03:00000000 00000000
   2: B80D0120000000000000000001000000:4C4A B80D0120000000000000000002000000:D2F0 01 00000000:00000000 00:00000000 00000000
`;

it("reads what the kernel lists: ports that listen, and connections that are open or were a moment ago", () => {
  expect(readSockets(PROC)).toEqual({
    listening: new Set([19_530, 9091]),
    connected: [
      { localPort: 52_000, remoteAddress: "10.0.1.6", remotePort: 2379 },
      { localPort: 19_530, remoteAddress: "10.0.1.7", remotePort: 54_000 },
    ],
  });
});
