import * as z from "zod";
import { form } from "../form.ts";
import { problem } from "../problem.ts";

const NUMBERS = "(?:\\*|\\d+(?:-\\d+)?)(?:/\\d+)?";
const FIELD = `${NUMBERS}(?:,${NUMBERS})*`;
const CRON = new RegExp(`^${FIELD}(?: ${FIELD}){4}$`);
const CRON_FORM = 'Use five fields of cron, in numbers: "0 22 * * 1-5".';

/** Smallest and largest number of minute, hour, day, month and weekday. */
const CRON_RANGES = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
] as const;

/** When something happens, in the five fields of cron. */
export const schedule = z
  .string()
  .regex(CRON, form("E_RANGE", CRON_FORM))
  .check((context) => {
    const fields = context.value.split(" ");
    const wrong = CRON_RANGES.findIndex(([low, high], index) => isOutside(fields[index] ?? "", low, high));
    if (wrong < 0 || !CRON.test(context.value)) return;
    const [low, high] = CRON_RANGES[wrong] ?? [];
    const message = `The field ${fields[wrong]} of the schedule is not within ${low} and ${high}.`;
    context.issues.push(problem("E_RANGE", { message, remedy: CRON_FORM }));
  });

/** The number after a slash is a step, which may have any size but 0. */
function isOutside(field: string, low: number, high: number): boolean {
  return field.split(",").some((part) => {
    const [numbers = "", step] = part.split("/");
    const bounds = numbers === "*" ? [] : numbers.split("-").map(Number);
    return step === "0" || bounds.some((bound) => bound < low || bound > high);
  });
}

/** A name of the time zone database. */
export const timeZone = z
  .string()
  .regex(
    /^(?:UTC|[A-Z][A-Za-z_]+(?:\/[A-Za-z_+-]+)+)$/,
    form("E_RANGE", "Use a name of the time zone database: Europe/Berlin."),
  );
