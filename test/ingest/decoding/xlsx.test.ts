import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {csvParseRows} from "d3";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {writeXlsx, type NewSheet} from "../../../ingest/decoding/sheetWriter.ts";
import {sheetsOf, sheetToCsv} from "../../../ingest/decoding/xlsx.ts";
import {formatOf} from "../../../ingest/decoding/xlsxStyles.ts";
import {numericText} from "../../../ingest/decoding/xlsxValue.ts";
import {UserError} from "../../../warehouse/error.ts";
import {fileOf, zipOf} from "./zip.ts";

const name = "crm.xlsx";
// Written by openpyxl 3.1.5, which computes nothing: the values of J2, J3 and J4 were put in afterwards.
const fixture = fileURLToPath(new URL("files/crm.xlsx", import.meta.url));
const OPEN = "http://schemas.openxmlformats.org";
const STRICT = "http://purl.oclc.org/ooxml";
const DTD = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';

/** A workbook written by hand: what is inside `sheetData`, and what else differs. */
interface Parts {
  rows?: string;
  sheet?: string;
  strings?: string;
  styles?: string;
  workbook?: string;
  relationships?: string;
  others?: Record<string, string>;
}

const root = `<Relationships xmlns="${OPEN}/package/2006/relationships"><Relationship Id="r1" Type="${OPEN}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const usual = `<Relationship Id="rId1" Type="${OPEN}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OPEN}/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${OPEN}/officeDocument/2006/relationships/styles" Target="/xl/styles.xml"/>`;

async function workbook({rows = "", sheet, strings, styles, workbook, relationships, others}: Parts): Promise<string> {
  const bytes = await zipOf({
    "_rels/.rels": root,
    "xl/workbook.xml":
      workbook ?? `<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="7" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${relationships ?? usual}</Relationships>`,
    "xl/sharedStrings.xml": `<sst>${strings ?? ""}</sst>`,
    "xl/styles.xml": styles ?? "<styleSheet/>",
    "xl/worksheets/sheet1.xml": sheet ?? `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    ...others
  });
  return fileOf(bytes, name);
}

async function csvOf(path: string, sheet = "S"): Promise<string> {
  const out = fileOf("", "out.csv");
  await sheetToCsv(path, {name, sheet}, out);
  return readFileSync(out, "utf8");
}

const table = async (parts: Parts) => csvParseRows(await csvOf(await workbook(parts)));
const cells = async (inner: string, parts: Parts = {}) => (await table({rows: `<row>${inner}</row>`, ...parts}))[0]!;
const refusal = async (path: string, sheet = "S") => {
  const out = fileOf("", "out.csv");
  const error: unknown = await sheetToCsv(path, {name, sheet}, out).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).message).toMatch(/^ingest: crm\.xlsx/);
  return (error as UserError).message;
};

async function written(sheets: NewSheet[]): Promise<string> {
  const path = fileOf("", name);
  await writeXlsx(path, sheets);
  return path;
}

describe("a workbook of another program", () => {
  it("shows the sheets with cells, hidden ones among them, in their order", async () => {
    expect(await sheetsOf(fixture, name)).toEqual([
      {name: "客户数据", hidden: false},
      {name: "Orders", hidden: false},
      {name: "内部", hidden: true},
      {name: "deep", hidden: true}
    ]);
  });

  it("gives ids, dates of several formats, times, amounts, stored values of formulas and blank rows", async () => {
    expect(await csvOf(fixture, "客户数据")).toBe(
      [
        "客户编号,姓名,注册日期,生日,最近下单,到店时间,通话时长,积分,余额,合计,活跃,备注",
        '330106199001011234,张三,2024-01-05,1990-01-01,2026-06-24 14:05:00,09:30:00,27:15:00,1200,0.1,1200.1,true,"首单\n返现"',
        "330106198812310028,李四,2024-02-29,1988-12-31,2026-06-25 00:00:00,23:59:59,00:08:00,35,1234.56,1269.56,false, 前后有空格 ",
        `000042,"O'Brien, ""Pat""",2025-12-31,,2026-06-26 08:00:01,,,,-19.99,#DIV/0!,,`,
        "",
        "000043,王五,,,,,,0,0.0000001,,true,",
        ""
      ].join("\n")
    );
    expect(await csvOf(fixture, "Orders")).toBe("order_id,ordered_at,sku\n1001,2026-01-02 03:04:05,00042\n");
  });

  it("tells of formulas whose value the file does not store", async () => {
    const uncomputed = await sheetToCsv(fixture, {name, sheet: "客户数据"}, fileOf("", "out.csv"));
    expect(uncomputed).toEqual({cells: 1, first: "J6"});
  });
});

it("any table that is written is read as it was, but for empty cells at the end of rows and empty rows at the end", async () => {
  const cell = fc.oneof(
    {weight: 3, arbitrary: fc.string({unit: "grapheme"})},
    fc.string({unit: "binary"}),
    fc
      .array(
        fc.constantFrom("_", "x", "_x000D_", "\r", "\n", "\t", " ", "0041", "_x0041", "&amp;", "<", '"', "]]>", ",")
      )
      .map((parts) => parts.join("")),
    fc.constant("")
  );
  const trimmed = (row: string[]) => row.slice(0, row.findLastIndex((text) => text !== "") + 1);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, {maxLength: 6}), {maxLength: 14}), async (rows) => {
      const held = rows.map(trimmed).slice(0, rows.findLastIndex((row) => trimmed(row).length) + 1);
      const width = Math.max(
        ...held
          .filter((row) => row.length)
          .slice(0, 10)
          .map((row) => row.length)
      );
      const path = await written([{name: "S", rows}]);
      const expected = held.map((row) =>
        row.length ? [...row, ...Array<string>(Math.max(0, width - row.length)).fill("")] : [""]
      );
      expect(csvParseRows(await csvOf(path))).toEqual(expected);
    }),
    {numRuns: 300}
  );
});

it("numbers, dates and flags that are written are read in their canonical form", async () => {
  const at = new Date("2026-06-24T14:05:00Z");
  const rows = [[1, -0.5, 0.1 + 0.2, 123456789012, at, new Date("2026-06-24T00:00:00Z"), true, false, null, NaN, "x"]];
  expect(await csvOf(await written([{name: "S", rows}]))).toBe(
    "1,-0.5,0.3,123456789012,2026-06-24 14:05:00,2026-06-24,true,false,,#NUM!,x\n"
  );
});

it("the same rows give the same bytes, and a name that Excel does not take is refused", async () => {
  const sheets = () => [{name: "一", rows: [["a", 1, new Date(0)]]}];
  const first = readFileSync(await written(sheets()));
  expect(readFileSync(await written(sheets()))).toEqual(first);
  expect(first.includes(Buffer.from([0, 0, 0x21, 0]))).toBe(true);
  await expect(writeXlsx(fileOf(""), [{name: "a/b", rows: []}])).rejects.toThrow(/invalid sheet name/);
});

it("an error among the rows to write is thrown", async () => {
  const rows = function* () {
    yield ["a"];
    throw new Error("no more");
  };
  await expect(writeXlsx(fileOf(""), [{name: "S", rows: rows()}])).rejects.toThrow("no more");
});

describe("text", () => {
  it("is shared, with formatted runs joined and pronunciation left out", async () => {
    const strings =
      '<si><t>plain</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">two </t></r><r><t>runs</t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si><si/>';
    const inner = [0, 1, 2, 3, 0].map((i) => `<c t="s"><v>${i}</v></c>`).join("");
    expect(await cells(inner, {strings})).toEqual(["plain", "two runs", "東京", "", "plain"]);
    const path = await workbook({rows: '<row><c t="s"><v>4</v></c></row>', strings});
    expect(await refusal(path)).toMatch(/crm\.xlsx#S: not a sound spreadsheet \(unknown shared string 4\)/);
  });

  it("stands in the cell too, in runs, in CDATA, between comments", async () => {
    const inner =
      '<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c><c t="inlineStr"><is><t>x<!-- no -->&lt;<![CDATA[&y]]></t></is></c><c><is><t>z</t></is></c>';
    expect(await cells(inner)).toEqual(["ab", "x<&y", "z"]);
  });

  it("belongs to its own cell alone", async () => {
    const stray = '<c t="str"><v>a</v><is><t>b</t></is></c>';
    expect(await cells(`${stray}<c t="inlineStr"><is><t>c</t></is></c>`)).toEqual(["a", "c"]);
  });

  it("keeps blanks around it where the file says so, and loses them elsewhere, as in Excel", async () => {
    const strings = '<si><t xml:space="preserve"> a </t></si><si><t>\n  b c\t</t></si>';
    expect(await cells('<c t="s"><v>0</v></c><c t="s"><v>1</v></c>', {strings})).toEqual([" a ", "b c"]);
  });

  it("spells letters that XML cannot hold", async () => {
    const inner = ["a_x000D_\nb", "_x005F_x000D_", "_x00e9_", "_x12_", "_X0041_"]
      .map((text) => `<c t="str"><f>1</f><v>${text}</v></c>`)
      .join("");
    expect(await cells(inner)).toEqual(["a\r\nb", "_x000D_", "é", "_x12_", "_X0041_"]);
  });

  it("may be long", async () => {
    const long = "长".repeat(1_000_000);
    expect(await cells(`<c t="inlineStr"><is><t>${long}</t></is></c>`)).toEqual([long]);
  });
});

describe("numbers", () => {
  it.each([
    ["0.1", "0.1"],
    ["0.10000000000000001", "0.1"],
    ["0.30000000000000004", "0.3"],
    ["1234.5599999999999", "1234.56"],
    ["19.990000000000002", "19.99"],
    ["123456789012345678", "123456789012345678"],
    ["1.2E+17", "120000000000000000"],
    ["1.2345678901234568E+17", "123456789012345680"],
    ["1.0000000000000001E+20", "100000000000000010000"],
    ["1.1000000000000001E+3", "1100"],
    ["1E+21", "1e+21"],
    ["1001.0", "1001"],
    ["-7", "-7"],
    ["1e-07", "0.0000001"],
    ["-2.5E-10", "-0.00000000025"],
    ["1.1E+3", "1100"],
    ["0.12345678901234568", "0.123456789012346"],
    [" 12 ", "12"],
    ["abc", "abc"]
  ])("%s is %s", (stored, text) => expect(numericText(stored, undefined, 1900)).toBe(text));

  it("of up to 15 digits are neither lost nor made up", () => {
    fc.assert(
      fc.property(fc.integer({min: -1e9, max: 1e9}), fc.integer({min: 0, max: 6}), (whole, places) => {
        const text = (whole / 10 ** places).toFixed(places);
        const seventeen = Number(text).toPrecision(17);
        expect(Number(numericText(seventeen, undefined, 1900))).toBe(Number(text));
        expect(numericText(seventeen, undefined, 1900)).toBe(String(Number(text)).replace(/^(-?)1e-6$/, "$10.000001"));
      })
    );
  });

  it("keep the leading zeros that their format shows", () => {
    expect(numericText("42", formatOf("00000"), 1900)).toBe("00042");
    expect(numericText("1234567", formatOf("00000"), 1900)).toBe("1234567");
    expect(numericText("1.5", formatOf("00000"), 1900)).toBe("1.5");
    expect(numericText("42", formatOf("0"), 1900)).toBe("42");
  });

  it("of flags and errors are words", async () => {
    const inner = '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c/><c><v>0</v></c>';
    expect(await cells(inner)).toEqual(["true", "false", "#N/A", "", "0"]);
  });
});

describe("dates", () => {
  const day = formatOf("yyyy/m/d");
  const moment = formatOf("yyyy-mm-dd hh:mm:ss");
  const time = formatOf("h:mm");

  it.each([
    ["45296", day, "2024-01-05"],
    ["45296.5", day, "2024-01-05 12:00:00"],
    ["45296", moment, "2024-01-05 00:00:00"],
    ["46197.58680555555", moment, "2026-06-24 14:05:00"],
    ["44561.999999", moment, "2022-01-01 00:00:00"],
    ["44561.99998", moment, "2021-12-31 23:59:58"],
    ["44561.5000057870", formatOf("hh:mm:ss.000"), "2021-12-31 12:00:00.500"],
    ["1", day, "1900-01-01"],
    ["59", day, "1900-02-28"],
    ["60", day, "1900-02-29"],
    ["61", day, "1900-03-01"],
    ["0", day, "1900-01-00"],
    ["2958465", day, "9999-12-31"],
    ["2958466", day, "2958466"],
    ["-1", day, "-1"],
    ["0.3958333333333333", time, "09:30:00"],
    ["0.999999", time, "23:59:59"],
    ["0", time, "00:00:00"],
    ["45296.75", time, "2024-01-05 18:00:00"],
    ["1.135416666666667", formatOf("[h]:mm:ss"), "27:15:00"],
    ["0.5", formatOf("[mm]:ss"), "12:00:00"],
    ["soon", day, "soon"]
  ])("%s is told", (stored, format, text) => expect(numericText(stored, format, 1900)).toBe(text));

  it("of the calendar from 1904 begin there", () => {
    expect(numericText("0", day, 1904)).toBe("1904-01-01");
    expect(numericText("43834", day, 1904)).toBe("2024-01-05");
    expect(numericText("60", day, 1904)).toBe("1904-03-01");
  });

  it("agree with the calendar on every second", () => {
    fc.assert(
      fc.property(fc.integer({min: Date.UTC(1900, 2, 1) / 1000, max: Date.UTC(2100, 0, 1) / 1000}), (seconds) => {
        const iso = new Date(seconds * 1000).toISOString().slice(0, 19).replace("T", " ");
        expect(numericText(String(seconds / 86_400 + 25_569), moment, 1900)).toBe(iso);
      })
    );
  });

  it.each([
    'yyyy"年"m"月"d"日"',
    '[$-804]yyyy"年"m"月"d"日";@',
    '[DBNum1][$-804]yyyy"年"m"月"d"日"',
    "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
    "yyyy年m月d日",
    "mmm-yy",
    "dd.mm.yyyy",
    "[$-404]e/m/d",
    "[ENG][$-409]d\\-mmm\\-yy;@",
    "yyyy-MM-dd",
    "[Red]d"
  ])("are shown by %s", (code) => expect(numericText("45296", formatOf(code), 1900)).toBe("2024-01-05"));

  it.each([
    "General",
    "0.00",
    '0"d"',
    "[Red]0",
    '#,##0 "days"',
    "[$¥-804]#,##0.00",
    "0.0%",
    "@",
    '"yyyy"0',
    "\\d0",
    ""
  ])("are not shown by %s", (code) => expect(formatOf(code)).toBeUndefined());

  it("are told by the styles that cells refer to, built in, Chinese or a file's own", async () => {
    const xf = [0, 14, 22, 20, 27, 31, 32, 36, 50, 55, 58, 176, 999].map((id) => `<xf numFmtId="${id}"/>`).join("");
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>' +
      `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xf}</cellXfs>` +
      '<dxfs><dxf><numFmt numFmtId="0" formatCode="yyyy"/></dxf></dxfs></styleSheet>';
    const inner =
      [...Array(14).keys()].map((s) => `<c s="${s}"><v>45296</v></c>`).join("") + '<c s="10" t="str"><v>1</v></c>';
    const [date, at] = ["2024-01-05", "2024-01-05 00:00:00"];
    expect(await cells(inner, {styles})).toEqual([
      "45296",
      date,
      at,
      at,
      date,
      date,
      at,
      date,
      date,
      at,
      date,
      date,
      "45296",
      "45296",
      "1"
    ]);
  });

  it("may be written out, and the workbook may count from 1904", async () => {
    const inner =
      '<c t="d"><v>2026-06-24</v></c><c t="d"><v>2026-06-24T14:05:00.000</v></c><c t="d"><v>2026-06-24T14:05Z</v></c><c t="d"><v>14:05</v></c><c s="1"><v>1</v></c>';
    const styles = '<styleSheet><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const from1904 =
      '<workbook xmlns:r="r"><workbookPr date1904="true"/><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>';
    expect(await cells(inner, {styles, workbook: from1904})).toEqual([
      "2026-06-24",
      "2026-06-24 14:05:00",
      "2026-06-24 14:05:00",
      "14:05",
      "1904-01-02"
    ]);
  });
});

describe("places", () => {
  it("record n is row n of the sheet, whatever rows and cells the file leaves out", async () => {
    const rows =
      '<row r="2"><c r="B2"><v>1</v></c></row><row r="3"><c r="A3" s="0"/></row><row r="5"><c r="A5"><v>2</v></c><c r="AA5"><v>3</v></c></row><row r="1048576" hidden="1"><c r="A1048576"/></row>';
    expect(await csvOf(await workbook({rows}))).toBe(`\n,1${",".repeat(25)}\n\n\n2${",".repeat(26)}3\n`);
  });

  it("follow one another where the file names none", async () => {
    const rows = '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c r="B3"><v>4</v></c><c><v>5</v></c></row>';
    expect(await csvOf(await workbook({rows}))).toBe("1,,3\n\n,4,5\n");
  });

  it("rows are as wide as the widest of the first ten; a wider one stays so", async () => {
    const row = (count: number) => `<row>${"<c><v>1</v></c>".repeat(count)}<c/></row>`;
    const rows = row(1) + row(0) + row(3) + row(2).repeat(8) + row(1) + row(4);
    const lines = (await csvOf(await workbook({rows}))).split("\n");
    expect([lines[0], lines[1], lines[2], lines[11], lines[12], lines[13]]).toEqual([
      "1,,",
      "",
      "1,1,1",
      "1,,",
      "1,1,1,1",
      ""
    ]);
  });

  it("a sheet of one column has blank lines, and an empty sheet none", async () => {
    expect(await csvOf(await workbook({rows: '<row r="3"><c r="A3"><v>1</v></c></row>'}))).toBe("\n\n1\n");
    expect(await csvOf(await workbook({rows: ""}))).toBe("");
  });

  it.each([
    ['<row r="2"/><row r="2"/>', /row 2 after row 2/],
    ['<row r="1048577"/>', /a row beyond 1048576/],
    ['<row r="x"/>', /row x after row 0/],
    ['<row><c r="XFE1"/></row>', /a cell beyond column 16384/],
    ['<row><c r="1"/></row>', /invalid place "1"/]
  ])("outside of a sheet, or out of order, are refused: %s", async (rows, message) => {
    expect(await refusal(await workbook({rows}))).toMatch(message);
  });
});

describe("parts", () => {
  it("are found by their relationships, whatever the prefix, the case and the slashes", async () => {
    const path = await workbook({
      workbook: `<x:workbook xmlns:x="${STRICT}/spreadsheetml/main" xmlns:rel="r"><x:sheets><x:sheet name="Other" sheetId="1" rel:id="b"/><x:sheet name="S" sheetId="2" rel:id="a"/><x:sheet name="Chart" sheetId="3" rel:id="c"/></x:sheets></x:workbook>`,
      relationships: `<Relationship Id="a" Type="${STRICT}/officeDocument/relationships/worksheet" Target="../data/My%20Sheet.xml"/><Relationship Id="b" Type="${STRICT}/officeDocument/relationships/worksheet" Target="/XL/worksheets/sheet1.xml"/><Relationship Id="c" Type="${STRICT}/officeDocument/relationships/chartsheet" Target="c.xml"/>`,
      rows: "<row><c><v>1</v></c></row>",
      others: {
        "data/My Sheet.xml":
          '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>2</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>'
      }
    });
    expect((await sheetsOf(path, name)).map((sheet) => sheet.name)).toEqual(["Other", "S"]);
    expect(await csvOf(path, "Other")).toBe("1\n");
    expect(await csvOf(path, "S")).toBe("2\n");
  });

  it("may be in UTF-16, and may begin with a mark", async () => {
    const xml =
      '<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row><c t="inlineStr"><is><t>客户</t></is></c></row></sheetData></worksheet>';
    const path = await workbook({});
    const sheet = Buffer.from(`\ufeff${xml}`, "utf16le");
    writeFileSync(
      path,
      await zipOf({
        "_rels/.rels": root,
        "xl/workbook.xml":
          '\ufeff<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": `<Relationships>${usual.slice(0, usual.indexOf("/>") + 2)}</Relationships>`,
        "xl/worksheets/sheet1.xml": sheet
      })
    );
    expect(await csvOf(path)).toBe("客户\n");
  });

  it("a sheet that is not there is told with those that are", async () => {
    expect(await refusal(fixture, "Deals")).toBe(
      'ingest: crm.xlsx: missing sheet "Deals"; it has "客户数据", "Orders", "内部", "deep"'
    );
  });

  it("that are missing or broken are told", async () => {
    const gone = usual.replace("worksheets/sheet1.xml", "worksheets/sheet9.xml");
    expect(await refusal(await workbook({relationships: gone}))).toMatch(/missing part xl\/worksheets\/sheet9\.xml/);
    expect(await refusal(await workbook({rows: "<row><c></row>"}))).toMatch(/crm\.xlsx#S: not a sound spreadsheet/);
    expect(await refusal(await workbook({sheet: "<worksheet><sheetData><row>"}))).toMatch(/not a sound spreadsheet/);
    expect(await refusal(await workbook({rows: "<row><c><v>&nbsp;</v></c></row>"}))).toMatch(/undefined entity/);
  });
});

describe("attacks", () => {
  it("entities of a file's own are not expanded", async () => {
    for (const parts of [
      {sheet: `${DTD}<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`},
      {workbook: `${DTD}<workbook/>`}
    ]) {
      expect(await refusal(await workbook(parts))).toMatch(/it holds a document type/);
    }
  });

  it("nesting without end is refused", async () => {
    expect(await refusal(await workbook({rows: "<a>".repeat(200)}))).toMatch(/nested deeper than 100 elements/);
  });

  it("a cell over 16 MiB is refused, whole or in runs", async () => {
    const text = "x".repeat(1 << 20);
    for (const inner of [
      `<t>${text.repeat(17)}</t>`,
      `<r><t>${text}</t></r>`.repeat(17),
      `<t a="${text.repeat(33)}"/>`
    ]) {
      const path = await workbook({rows: `<row><c t="inlineStr"><is>${inner}</is></c></row>`});
      expect(await refusal(path)).toMatch(/a cell over 16777216 characters/);
    }
  });

  it("a small workbook whose cells repeat a long text is a bomb too", async () => {
    const strings = `<si><t>${"x".repeat(100_000)}</t></si>`;
    const path = await workbook({rows: '<row><c t="s"><v>0</v></c></row>'.repeat(500), strings});
    const out = fileOf("", "out.csv");
    const limits = {ratio: 200, free: 1 << 20, total: 1 << 30};
    await expect(sheetToCsv(path, {name, sheet: "S"}, out, limits)).rejects.toThrow(
      /^ingest: crm\.xlsx#S: unpacks to more than 200 times its size/
    );
    expect(existsSync(out)).toBe(false);
  });
});

describe("what is no workbook", () => {
  it("is told, with what to do", async () => {
    const old = Buffer.from("d0cf11e0a1b11ae1".padEnd(1024, "0"), "hex");
    await expect(sheetsOf(fileOf(old), "a.xls")).rejects.toThrow(
      "ingest: a.xls: an old workbook (.xls); save it as .xlsx"
    );
    await expect(sheetsOf(fileOf(old), "a.xlsx")).rejects.toThrow(
      /or one with a password; save it as \.xlsx without a password/
    );
    await expect(sheetsOf(fileOf("a,b\n"), "a.xlsx")).rejects.toThrow("ingest: a.xlsx: not a spreadsheet of Excel");
    await expect(sheetsOf(fileOf(await zipOf({"a.csv": "1"})), "a.xlsx")).rejects.toThrow(/not a spreadsheet of Excel/);
    await expect(sheetsOf(fileOf("PK"), "a.xlsx")).rejects.toThrow(/a\.xlsx: a damaged archive/);
    const binary = fileOf(await zipOf({"_rels/.rels": root.replace("workbook.xml", "workbook.bin")}));
    await expect(sheetsOf(binary, "a.xlsb")).rejects.toThrow(
      "ingest: a.xlsb: a binary workbook (.xlsb); save it as .xlsx"
    );
    const letter = await workbook({workbook: "<document/>"});
    await expect(sheetsOf(letter, "a.docx")).rejects.toThrow(/not a spreadsheet of Excel/);
  });

  it("any damage is a message", async () => {
    const whole = readFileSync(fixture);
    const path = fileOf(whole, name);
    const out = fileOf("", "out.csv");
    const sound = await csvOf(fixture, "客户数据");
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({min: 1, max: 255}), async (at, flip) => {
        const bytes = Buffer.from(whole);
        bytes[at]! ^= flip;
        writeFileSync(path, bytes);
        const error: unknown = await sheetToCsv(path, {name, sheet: "客户数据"}, out).catch((error: unknown) => error);
        if (error instanceof Error) {
          expect(error).toBeInstanceOf(UserError);
          expect(existsSync(out)).toBe(false);
        } else expect(readFileSync(out, "utf8")).toBe(sound);
      }),
      {numRuns: 300}
    );
  });
});
