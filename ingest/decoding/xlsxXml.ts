import {SaxesParser} from "saxes";
import {messageOf, UserError} from "../../warehouse/error.ts";

/** What is done at the parts of an XML file. Elements are named without the prefix that the root element has. */
export interface XmlHandlers {
  opened(name: string, attributes: Record<string, string>): void;
  closed(name: string): void;
  text?(text: string): void;
  /** What follows does not matter any more. */
  finished?: boolean;
}

/** No cell and no tag is longer, in characters; the engine refuses a line over 16 MiB itself. */
export const LONGEST = 2 ** 24;

const DEEPEST = 100;

/**
 * Reads an XML file in pieces and yields after each, so that what the handlers gathered can be taken away.
 *
 * `where` is the file as messages name it. Entities of the file's own are not expanded. Throws a UserError where the file is not
 * well-formed, has a document type, or is nested or long beyond what a spreadsheet is. Memory: one piece and one cell.
 */
export async function* readXml(
  bytes: AsyncIterable<Buffer>,
  where: string,
  handlers: XmlHandlers
): AsyncGenerator<undefined> {
  const refuse = (why: string) =>
    new UserError(`ingest: ${where}: not a sound spreadsheet (${why}); open it in Excel and save it again`);
  const parser = new SaxesParser<{xmlns: false; position: false}>({xmlns: false, position: false});
  let [depth, silent] = [0, 0];
  let prefix: string | undefined;
  const local = (name: string): string => (prefix && name.startsWith(prefix) ? name.slice(prefix.length) : name);

  parser.on("doctype", () => {
    throw refuse("it holds a document type");
  });
  parser.on("opentag", ({name, attributes}) => {
    silent = 0;
    prefix ??= name.slice(0, name.indexOf(":") + 1);
    if (++depth > DEEPEST) throw refuse(`nested deeper than ${DEEPEST} elements`);
    handlers.opened(local(name), attributes);
  });
  parser.on("closetag", ({name}) => {
    silent = 0;
    depth--;
    handlers.closed(local(name));
  });
  if (handlers.text) {
    const text = (piece: string): void => {
      silent = 0;
      handlers.text!(piece);
    };
    parser.on("text", text);
    parser.on("cdata", text);
  }

  let decoder: TextDecoder | undefined;
  const write = (chunk: Buffer | undefined): void => {
    if (chunk) decoder ??= decoderOf(chunk);
    const text = decoder?.decode(chunk, {stream: chunk !== undefined}) ?? "";
    silent += text.length;
    parser.write(text);
    // Twice, because a letter may be written as an entity.
    if (silent > 2 * LONGEST) throw refuse(`a cell over ${LONGEST} characters`);
    if (!chunk) parser.close();
  };
  for await (const chunk of bytes) {
    if (handlers.finished) continue;
    tell(refuse, () => write(chunk));
    yield;
  }
  if (!handlers.finished) tell(refuse, () => write(undefined));
  yield;
}

/** Reads an XML file that is small, or whose handlers keep what they need. */
export async function readWholeXml(...xml: Parameters<typeof readXml>): Promise<void> {
  for await (const _ of readXml(...xml));
}

const decoderOf = (head: Buffer): TextDecoder =>
  new TextDecoder(
    head[0] === 0xff && head[1] === 0xfe ? "utf-16le" : head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : "utf-8",
    {fatal: true}
  );

function tell(refuse: (why: string) => UserError, read: () => void): void {
  try {
    read();
  } catch (error) {
    throw error instanceof UserError ? error : refuse(messageOf(error).replace(/\.$/, ""));
  }
}
