import {createRequire} from "node:module";
import {exception} from "./exception.ts";
import type {Statement} from "./request.ts";

interface Session {
  queryAsync: (sql: string) => Promise<{rowsRead: number; elapsed: number}>;
  close: () => void;
}

const chdb = createRequire(import.meta.url)("chdb") as {Session: new (folder: string) => Session};

/** Opens the data of a node; keep it open while the node lives, since the engine ends with its last session. */
export const openData = (folder: string): Session => new chdb.Session(folder);

/** What a statement came to: rows read, and the format of the answer where there is one. */
export interface Outcome {
  rows: number;
  seconds: number;
  format?: string;
}

const answers = /^[\s(]*(select|with|show|desc|describe|exists|explain|values|check)\b/i;
const trailingFormat = /\s+format\s+(\w+)[\s;]*$/i;

/**
 * Runs a statement in a session of its own, as the server does, and writes the answer to the file, so that none stands in memory.
 * Rejects as the engine does.
 */
export async function execute(folder: string, statement: Statement, file: string): Promise<Outcome> {
  const {sql, rows, database, settings, params} = statement;
  if (/;\s*\S/.test(withoutTexts(sql)))
    throw exception(62, "Syntax error: Multi-statements are not allowed", "SYNTAX_ERROR");
  const session = openData(folder);
  try {
    for (const [name, value] of [...settings, ...params]) await session.queryAsync(`set ${name} = ${quote(value)}`);
    if (database) await session.queryAsync(`use \`${database.replaceAll("`", "\\`")}\``);
    const format = trailingFormat.exec(sql)?.[1] ?? statement.format;
    const bare = sql.replace(/[\s;]+$/, "").replace(trailingFormat, "");
    const isRead = answers.test(sql);
    const whole = rows
      ? `${bare} from infile ${quote(rows)} format ${format}`
      : isRead
        ? `${bare} into outfile ${quote(file)} truncate format ${format}`
        : sql;
    const {rowsRead, elapsed} = await session.queryAsync(whole);
    return {rows: rowsRead, seconds: elapsed, ...(isRead && {format})};
  } finally {
    session.close();
  }
}

const quote = (value: string): string => `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

/** A statement without its texts, quoted names and comments. */
const withoutTexts = (sql: string): string =>
  sql.replace(/'(?:[^'\\]|\\[^]|'')*'|"(?:[^"\\]|\\[^])*"|`(?:[^`\\]|\\[^])*`|--[^\n]*|\/\*[^]*?\*\//g, "?");
