import type { Answer } from "./call.ts";

/** What GitHub answers instead of doing it. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(status: number, message: string, errors?: readonly object[]) {
    super(message);
    this.answer = { status, body: errorBody(status, message, errors) };
  }
}

export function errorBody(status: number, message: string, errors?: readonly object[]): object {
  return {
    message,
    ...(errors === undefined ? {} : { errors }),
    documentation_url: "https://docs.github.com/rest",
    status: `${status}`,
  };
}

export function notFound(): Refusal {
  return new Refusal(404, "Not Found");
}

export function unprocessable(message: string): Refusal {
  return new Refusal(422, message);
}

/** 422 with the list that says which field, as for pull requests, labels and comments. */
export function invalid(
  resource: string,
  error: { readonly code: string; readonly field?: string; readonly message?: string },
): Refusal {
  return new Refusal(422, "Validation Failed", [{ resource, ...error }]);
}
