import { type Answer, type Call, ok } from "./call.ts";

/** One page of a list with the links to the others; 30 items if the request does not say. */
export function page<Item>(call: Call, items: readonly Item[], shown: (item: Item) => unknown): Answer {
  const { size, number } = pageOf(call.query);
  const last = Math.max(1, Math.ceil(items.length / size));
  const links = [
    ...(number > 1 ? [link(call, number - 1, "prev"), link(call, 1, "first")] : []),
    ...(number < last ? [link(call, number + 1, "next"), link(call, last, "last")] : []),
  ];
  const body = items.slice((number - 1) * size, number * size).map(shown);
  return { ...ok(body), ...(links.length === 0 ? {} : { headers: { link: links.join(", ") } }) };
}

/** GitHub gives no more than 100 a page, whatever is asked for. */
export function pageOf(query: URLSearchParams, usual = 30): { readonly size: number; readonly number: number } {
  return { size: Math.min(100, Number(query.get("per_page") ?? usual)), number: Number(query.get("page") ?? 1) };
}

function link({ site, path, query }: Call, number: number, relation: string): string {
  const other = new URLSearchParams(query);
  other.set("page", `${number}`);
  return `<${site.api}${path}?${other}>; rel="${relation}"`;
}
