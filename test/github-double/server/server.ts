import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { RequestRecord } from "../double.ts";
import { faultAnswer } from "../faults/answers.ts";
import { type Armed, faultFor, runRaces } from "../faults/armed.ts";
import type { Fault } from "../faults/fault.ts";
import type { State } from "../state/state.ts";
import { answer } from "./answer.ts";
import type { Budget } from "./budget.ts";
import type { Answer } from "./call.ts";
import { callName, type Incoming, readIncoming } from "./incoming.ts";
import { type Extent, reset, send } from "./reply.ts";

/** What the server writes down of itself. */
export interface Log {
  readonly requests: RequestRecord[];
  readonly violations: string[];
  used: number;
  readonly resetsAt: number;
}

export interface Serving {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves the repository on a free port of the loopback. */
export async function serve(state: State, armed: Armed, log: Log): Promise<Serving> {
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      log.violations.push(`a bug of the double: ${error instanceof Error ? error.stack : error}`);
      reset(response);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, close: () => close(server) };

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const incoming = await readIncoming(request, url);
    const call = callName(incoming, `/repos/${state.owner}/${state.repo}`);
    const fault = faultFor(armed, call);
    runRaces(armed, call);
    log.used += 1;
    const budget = { used: log.used, resetsAt: log.resetsAt };
    const real = hasEffect(fault) ? truth(state, incoming, { budget, log }) : NOTHING_HAPPENED;
    const given = fault === undefined ? real : (faultAnswer(fault, incoming.target) ?? real);
    const status = isSilent(fault) ? 0 : given.status;
    log.requests.push(record(incoming, { call, status, isFaulted: fault !== undefined }));
    await deliver(response, { incoming, budget, fault, answer: given });
  }
}

/** What is cut where there is no real answer. */
const NOTHING_HAPPENED: Answer = { status: 200, body: { message: "This answer breaks off before it has said what happened" } };

function hasEffect(fault: Fault | undefined): boolean {
  return fault?.when !== "before" || fault.answer === "slow";
}

function isSilent(fault: Fault | undefined): boolean {
  return fault?.answer === "hang" || fault?.answer === "reset";
}

function truth(state: State, incoming: Incoming, { budget, log }: { readonly budget: Budget; readonly log: Log }): Answer {
  const { answer: given, violations } = answer(state, incoming, budget);
  log.violations.push(...violations);
  return given;
}

interface Delivery {
  readonly incoming: Incoming;
  readonly budget: Budget;
  readonly fault: Fault | undefined;
  readonly answer: Answer;
}

async function deliver(response: ServerResponse, { incoming, budget, fault, answer: given }: Delivery): Promise<void> {
  const kind = fault?.answer;
  if (kind === "hang") return;
  if (kind === "reset") return reset(response);
  if (kind === "slow") await new Promise((resolve) => setTimeout(resolve, fault?.delayMilliseconds ?? 200));
  send(response, { answer: given, budget, extent: extentOf(kind), isEnterprise: incoming.isEnterprise });
}

function extentOf(kind: Fault["answer"] | undefined): Extent {
  if (kind === "cut") return "half";
  return kind === "headers-only" ? "headers" : "whole";
}

function record(
  { method, target, query, body }: Incoming,
  rest: Pick<RequestRecord, "call" | "status" | "isFaulted">,
): RequestRecord {
  return { ...rest, method, target, query: Object.fromEntries(query), body };
}

async function close(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
