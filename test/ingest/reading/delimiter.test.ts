import fc from "fast-check";
import {csvFormatRows, dsvFormat} from "d3";
import {describe, expect, it} from "vitest";
import {delimiterOf} from "../../../ingest/reading/delimiter.ts";

const of = (text: string, name = "export.csv") => delimiterOf(text.split("\n"), name);

describe("the delimiter is the one that cuts every record alike", () => {
  it.each([
    ["a comma", "id,name,amount\n1,Ann,5\n2,Bob,6", ","],
    ["a semicolon", "id;name;amount\n1;Ann;5\n2;Bob;6", ";"],
    ["a tab", "order-id\titem-price\n1\t12.50\n2\t13.00", "\t"],
    ["a bar", "id|name\n1|Ann\n2|Bob", "|"],
    ["one in the header's quotes is text", '"Order Total, USD";Name', ";"],
    ["more of another in the header's quotes", '"a;b;c;d",Name\n"1;2;3;4",Ann', ","],
    ["decimal commas under a header", "preis;menge\n1,5;2,5\n3,5;4,5", ";"],
    ["decimal commas without a header", "1,5;2,5\n3,25;4,5", ";"],
    ["headers with commas in them", "Name;Price, EUR;Quantity, pieces\nA;1,5;2\nB;2,5;3", ";"],
    ["commas in texts of a tab file", "id\ttext\n1\tgood, nice\n2\tbad, ugly, cheap\n3\tfine", "\t"],
    ["lists of ids in cells", "主订单编号,子订单编号\n1,11;12\n2,21;22;23\n3,31", ","],
    ["a comma and a blank", "rec_id, given_name, surname\n1, ann, lee\n2, bob, ray", ","],
    ["text that holds commas under a header of three", "id;text;x\n1;one, two, three, four;y\n2;none;y", ";"],
    ["a title above", "Orders of June 2026, all shops\nid;name;amount\n1;Ann;5\n2;Bob;6\n3;Cid;7", ";"],
    ["one column", "email\nann@example.com\nbob@example.com", ","],
    ["nothing", "", ","]
  ])("%s", (_, text, delimiter) => expect(of(text)).toBe(delimiter));
});

it("Excel's first line names the delimiter", () => {
  expect(of("sep=;\na,b,c;d\n1,2,3;4")).toBe(";");
  expect(of("\ufeffSEP=\t\r\na,b\n1,2")).toBe("\t");
  expect(of("sep=|")).toBe("|");
});

it("a file called .tsv is cut at tabs where tabs fit, and not where there are none", () => {
  const ragged = "a\tb,c\n1\t2,3\n4\t5,6\n7,8";
  expect([of(ragged, "x.csv"), of(ragged, "x.tsv"), of(ragged, "x.tsv.gz")]).toEqual([",", "\t", "\t"]);
  expect(of("a,b\n1,2", "x.tsv")).toBe(",");
});

it("a table of words comes back from any delimiter", () => {
  const word = fc.stringMatching(/^[A-Za-z][A-Za-z ,;|.]{0,12}$/);
  const table = fc
    .tuple(fc.integer({min: 2, max: 8}), fc.integer({min: 2, max: 12}))
    .chain(([columns, rows]) => fc.array(fc.array(word, {minLength: columns, maxLength: columns}), {minLength: rows}));
  fc.assert(
    fc.property(table, fc.constantFrom(",", ";", "\t", "|"), (rows, delimiter) => {
      // Every cell in quotes, so that no other delimiter is outside them.
      const text = rows.map((row) => row.map((cell) => `"${cell}"`).join(delimiter)).join("\n");
      expect(of(text)).toBe(delimiter);
    })
  );
});

it("what d3 writes with a delimiter is read with it, where numbers stand beside texts", () => {
  const rows = [["id", "text", "amount"], ...[1, 2, 3].map((id) => [`${id}`, "yes, it is; or | not", `${id}.5`])];
  expect(of(csvFormatRows(rows))).toBe(",");
  for (const mark of [";", "|", "\t"]) expect(of(dsvFormat(mark).formatRows(rows))).toBe(mark);
});
