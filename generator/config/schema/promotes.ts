import * as z from "zod";

/**
 * The fields that `npm run promote` carries from one environment to the next: what makes an environment behave as it does on any
 * cluster and with any amount of data, such as versions, images and tuning. Sizes, names, places, credentials and who may do what
 * belong to the one environment. Of a mapping all that it holds promotes. A schema that is described afterwards is another one, so
 * `.register(PROMOTES)` comes last.
 */
export const PROMOTES = z.registry();

export function isPromoting(schema: z.core.$ZodType): boolean {
  return PROMOTES.has(schema as z.ZodType);
}
