import * as z from "zod";
import { form } from "../form.ts";
import { problem } from "../problem.ts";

/** A name as DNS labels are: it becomes part of an object's name, of a host name or of a folder. */
export const dnsLabel = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
    form("E_NAME", "Use at most 63 of a-z, 0-9 and -, beginning and ending with a letter or digit."),
  );

/** A name of an object that may hold dots, as Secrets and storage classes may. */
export const objectName = z
  .string()
  .max(253)
  .regex(
    /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/,
    form("E_NAME", "Use a-z, 0-9, - and ., each part beginning and ending with a letter or digit."),
  );

/** A name that YAML 1.1 readers could take for a number or a boolean is still a text here. */
export const hostName = z
  .string()
  .max(253)
  .regex(
    /^(?=.*[a-z0-9])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/,
    form("E_NET", "Use a host name or an IPv4 address, without scheme and port: s3.example.com."),
  );

/** `host:port` */
export const hostAndPort = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?:(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])$/,
    form("E_NET", "Use host:port, without a scheme: etcd-0.example.com:2379."),
  );

export const port = z.int().min(1).max(65_535);

/** Memory and disk as Kubernetes writes them. */
export const quantity = z
  .string()
  .regex(
    /^(?=.*[1-9])(?:[1-9]\d*(?:\.\d{1,3})?|0\.\d{1,3})(?:Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)$/,
    form("E_RANGE", "Use a quantity with a unit: 512Mi, 8Gi, 1Ti."),
  );

export const cpu = z
  .string()
  .regex(/^(?=.*[1-9])(?:[1-9]\d*m?|\d+\.\d{1,3})$/, form("E_RANGE", 'Use cores or thousandths of a core: "2", "500m".'));

/** `2h`, `90m`, as Go's durations in whole hours, minutes and seconds. */
export const duration = z
  .string()
  .regex(/^(?:[1-9]\d*h)?(?:[1-9]\d*m)?(?:[1-9]\d*s)?$/, form("E_RANGE", "Use a duration: 90m, 2h, 1h30m."))
  .min(1);

/** A check run or a commit status, as GitHub shows it: `ci / smoke-test`. */
export const checkName = z
  .string()
  .regex(/^\S(?:.{0,253}\S)?$/, form("E_NAME", "Use the name that GitHub shows beside the check: smoke-test."));

const LABEL_KEY = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?\/)?[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;
const LABEL_VALUE = /^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$/;
const KEY_FORM = form("E_NAME", "Use a name of at most 63 characters, with a prefix if you like: example.com/team.");

const labelValue = z
  .string()
  .regex(
    LABEL_VALUE,
    form("E_NAME", "Use at most 63 letters, digits, -, _ and ., beginning and ending with one of the first two."),
  );

/** Labels for objects and pods. Those that selectors, Argo CD and the generator itself rely on cannot be set. */
export const labels = z.record(labelKey(["app.kubernetes.io/", "argocd.argoproj.io/", "environment"]), labelValue);

/** Annotations. Those by which Argo CD, kubectl and Kustomize are steered cannot be set. */
export const annotations = z.record(
  labelKey(["argocd.argoproj.io/", "kubectl.kubernetes.io/", "config.kubernetes.io/", "internal.config.kubernetes.io/"]),
  z.string().max(4096),
);

/** Labels of what others own, nodes or pods, whatever they are. */
export const foreignLabels = z.record(z.string().regex(LABEL_KEY, KEY_FORM), labelValue);

function labelKey(reserved: readonly string[]) {
  return z
    .string()
    .regex(LABEL_KEY, KEY_FORM)
    .check((context) => {
      const taken = reserved.find((own) => context.value === own || (own.endsWith("/") && context.value.startsWith(own)));
      if (taken === undefined) return;
      context.issues.push(
        problem("E_POLICY", {
          message: `${taken.endsWith("/") ? `Keys that begin with ${taken} are` : `The key ${taken} is`} the generator's own.`,
          reason: "Selectors, pruning and ordering depend on them.",
          remedy: "Use a key with a prefix of your own.",
        }),
      );
    });
}
