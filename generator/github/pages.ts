import { answer } from "./calls.ts";
import type { Shape } from "./shape.ts";

interface Page {
  readonly data: unknown;
  readonly url: string;
  readonly headers: { readonly link?: string };
}

/** More pages than any list of ours can have: an answer that always names a next page must end too. */
const MOST_PAGES = 1000;

/** Every page of a list, in GitHub's order. It goes by the `link` header, since a server may give fewer than it was asked for. */
export async function allPages<T>(
  ask: (window: { readonly per_page: number; readonly page: number }) => Promise<Page>,
  shape: Shape<T>,
): Promise<readonly T[]> {
  const pages: T[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const response = ask({ per_page: 100, page });
    pages.push(await answer(response, shape));
    if (!/;\s*rel="next"/.test((await response).headers.link ?? "")) break;
  }
  return pages;
}
