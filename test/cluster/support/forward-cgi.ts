import type { ServerResponse } from "node:http";
import type { Readable } from "node:stream";

const END_OF_HEAD = "\r\n\r\n";

/** Hands the output of a CGI program on: its head as status and headers, the rest as it comes. */
export function forwardCgi(output: Readable, response: ServerResponse): void {
  let head = Buffer.alloc(0);
  const collect = (chunk: Buffer) => {
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf(END_OF_HEAD);
    if (end === -1) return;
    output.off("data", collect);
    writeHead(head.toString("latin1", 0, end), response);
    response.write(head.subarray(end + END_OF_HEAD.length));
    output.pipe(response);
  };
  output.on("data", collect).on("end", () => response.end());
}

function writeHead(head: string, response: ServerResponse): void {
  const fields = head.split("\r\n").map((line): [string, string] => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  const { status = "200", ...headers } = Object.fromEntries(fields);
  response.writeHead(Number.parseInt(status, 10), headers);
}
