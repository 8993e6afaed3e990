import {UserError, messageOf} from "../error.ts";
import {passwordName} from "./address.ts";

/** How ClickHouse numbers what an operator can mend: https://github.com/ClickHouse/ClickHouse/blob/master/src/Common/ErrorCodes.cpp. */
const solvable: Record<string, (message: string) => string> = {
  "497": (message) => `may not do what a build does: ${message}; grant it (README, "When the company grows")`,
  "516": () => "does not know the user or the password; mend the address or PERENNIAL_CLICKHOUSE_PASSWORD",
  "192": () => "does not know the user; mend the address in the configuration",
  "164": () => "lets the user only read; take a user who may write",
  "202": () => "runs too many statements at once; wait, or raise max_concurrent_queries",
  "359": (message) => `keeps a table that may not go: ${message}; raise max_table_size_to_drop of the server`,
  "241": (message) => `ran out of memory: ${message}; give the node or the user's profile more`,
  "243": () => "has no space left on its disk; make room",
  "86": (message) => `cannot read the stage: ${message}; look whether its address shows the folder`,
  "499": (message) => `cannot read the stage: ${message}; give the node the right to read that bucket`,
  "636": (message) => `cannot read the stage: ${message}; look whether its address shows the folder`,
  "349": (message) => `found nothing where there must be a value: ${message}`,
  "159": (message) =>
    `stopped a statement that took too long: ${message}; raise max_execution_time in the user's profile`
};

/** What went wrong between here and a node, in one line: with what the operator can do about it where there is something. */
export function clickhouseError(error: unknown, {name, hasPassword}: {name: string; hasPassword: boolean}): Error {
  const {code, cause} = error as {code?: string; cause?: unknown};
  const message = messageOf(error)
    .trim()
    .split("\n")[0]!
    .replace(/\s*\(version [^)]*\)\s*$/, "");
  const tell = (what: string) => new UserError(`warehouse: ClickHouse at ${name} ${what}`);
  if (code === "516" && !hasPassword) return tell(`asks for a password; set ${passwordName}`);
  const told = code === undefined ? undefined : solvable[code]?.(message);
  if (told) return tell(told);
  const broken = networkCode(error) ?? networkCode(cause);
  if (broken === "EPROTO") return tell("speaks without encryption; write clickhouse:// for clickhouses://");
  if (broken) return tell(`does not answer (${broken}); start it or mend the address, and run again`);
  if (code !== undefined && /^\d+$/.test(code)) return new Error(`ClickHouse at ${name}: ${message}`, {cause: error});
  return tell(
    `is no HTTP interface of ClickHouse (${message.slice(0, 80)}); its port is usually 8123, or 8443 with clickhouses://`
  );
}

const networkCode = (error: unknown): string | undefined => {
  const {code, message = ""} = (error ?? {}) as {code?: unknown; message?: string};
  if (
    typeof code === "string" &&
    /^(E[A-Z_]+|HPE_\w+|ERR_(SSL|TLS)\w+|UND_ERR\w+|CERT_\w+|DEPTH_\w+|SELF_\w+)$/.test(code)
  )
    return code;
  return /^(Timeout error|socket hang up)/i.exec(message)?.[0];
};
