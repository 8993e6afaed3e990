/** What ClickHouse says where it refuses a statement: its number, by which clients know it, and its text. */
export class Exception extends Error {
  constructor(
    readonly code: number,
    message: string
  ) {
    super(message);
  }

  /** The status of HTTP under which the server sends it. */
  get status(): number {
    return statuses[this.code] ?? 500;
  }
}

/** An exception by number, text and name, as the server writes it. */
export const exception = (code: number, text: string, name: string): Exception =>
  new Exception(code, `Code: ${code}. DB::Exception: ${text}. (${name})`);

/** What the engine threw as an exception; its number is in the text. */
export function exceptionOf(error: unknown): Exception {
  if (error instanceof Exception) return error;
  const said = error instanceof Error ? error.message : String(error);
  const at = said.indexOf("Code: ");
  const message = at < 0 ? exception(0, said, "UNKNOWN_EXCEPTION").message : said.slice(at);
  return new Exception(Number(/^Code: (\d+)/.exec(message)?.[1] ?? 0), message);
}

const statuses: Record<number, number> = {46: 404, 47: 404, 60: 404, 81: 404, 62: 400, 497: 403, 516: 403};
