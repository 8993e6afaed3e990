import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {encodingOf, isUtf8Stream, knownEncoding} from "../../../ingest/decoding/encoding.ts";
import {encoder, gbk, western} from "./encoder.ts";

const of = (sample: Buffer, isWhole = true) => encodingOf(sample, {name: "orders.csv", isWhole}).encoding;

/** 200 rows in ASCII; some with other cells. */
const rows = (encode: (text: string) => Buffer, ...cells: string[]) =>
  encode(
    Array.from({length: 200}, (_, i) => {
      const at = (i - 60) / 20;
      return `10000${i},${cells[at] ?? `Smith ${i}`},${i}.50,2026-05-01 10:00:00\n`;
    }).join("")
  );

describe("a byte order mark tells the encoding", () => {
  it.each([
    ["utf-8", Buffer.from("\ufeff订单,b\n"), 3],
    ["utf-16le", Buffer.from("\ufeff订单,b\n", "utf16le"), 2],
    ["utf-16be", Buffer.from("\ufeff订单,b\n", "utf16le").swap16(), 2],
    ["gb18030", Buffer.concat([Buffer.from([0x84, 0x31, 0x95, 0x33]), gbk("订单,b\n")]), 4]
  ])("%s", (encoding, sample, bom) =>
    expect(encodingOf(sample, {name: "x.csv", isWhole: true})).toEqual({encoding, bom})
  );
  it("and UTF-32 is refused", () => {
    for (const mark of [
      [0xff, 0xfe, 0, 0, 97, 0, 0, 0],
      [0, 0, 0xfe, 0xff, 0, 0, 0, 97]
    ]) {
      expect(() => of(Buffer.from(mark))).toThrow("ingest: orders.csv: encoded as UTF-32; save it as CSV (UTF-8)");
    }
  });
});

describe("UTF-16 without a mark is known by its zeros", () => {
  it.each(["id,name\n1,Ann\n", "订单编号,姓名\n12345,张三\n一,一\n67890,李四\n"])("%j", (text) => {
    expect(of(Buffer.from(text, "utf16le"))).toBe("utf-16le");
    expect(of(Buffer.from(text, "utf16le").swap16())).toBe("utf-16be");
    expect(of(Buffer.from(text.repeat(100), "utf16le").subarray(0, 501), false)).toBe("utf-16le");
  });
  it("and one zero among text is none", () => expect(of(Buffer.from("id,name\n1,\0Ann\n"))).toBe("utf-8"));
});

describe("UTF-8 is UTF-8", () => {
  it("in ASCII, or without any text", () => {
    expect(of(Buffer.from("id,name\n1,Ann\n"))).toBe("utf-8");
    expect(of(Buffer.alloc(0))).toBe("utf-8");
  });
  it("with one name, of whatever language", () => {
    for (const name of [
      "李婷",
      "Müller",
      "é",
      "Øre",
      "Иванова",
      "Ann’s",
      "12 €",
      "Αθήνα",
      "김철수",
      "😀",
      "ąę",
      "µΩ"
    ]) {
      expect(of(rows(Buffer.from, name))).toBe("utf-8");
    }
  });
  it("cut anywhere", () => {
    const text = Buffer.from("订单编号,姓名\n1,张三😀\n");
    for (let end = 1; end <= text.length; end++) expect(of(text.subarray(0, end), false)).toBe("utf-8");
  });
  it("with some broken rows, in any language", () => {
    for (const name of ["张三丰", "Müller-Lüdenscheidt", "Иванова"]) {
      const good = Buffer.from(`1,${name},5\n`.repeat(30));
      for (const bad of [[0xe5, 0xbc], [0xff], [0xd5, 0xc5, 0xc8, 0xfd], [0xe9]]) {
        expect(of(Buffer.concat([good, Buffer.from("2,"), Buffer.from(bad), Buffer.from(",5\n"), good]))).toBe("utf-8");
      }
    }
  });
});

describe("Chinese text in GBK is gb18030", () => {
  const taobao =
    "订单编号,买家会员名,买家支付宝账号,买家应付货款,总金额,订单状态,收货人姓名,收货地址,订单创建时间,宝贝标题\n" +
    '="1234567890123456",tb_1,a@example.com,35.00,35.00,卖家已发货,张喆,浙江省 杭州市 西湖区,2026-05-01 10:00:00,绿茶 100g\n' +
    '="1234567890123457",tb_2,,12.50,12.50,交易成功,李婷,上海 上海市 浦东新区,2026-05-01 11:00:00,抹茶（50g）T恤 XL码\n';
  it("an export of orders", () => expect(of(gbk(taobao))).toBe("gb18030"));
  it("an export of orders cut anywhere in its rows", () => {
    const bytes = gbk(taobao.repeat(3));
    for (let end = 150; end < bytes.length; end++) expect(of(bytes.subarray(0, end), false)).toBe("gb18030");
  });
  it.each([
    ["李婷"],
    ["王鑫"],
    ["张三"],
    ["欧阳倩雯"],
    ["闫婷"],
    ["已付款"],
    ["上海市"],
    ["莫霞"],
    ["张娟超"],
    ["史一"],
    ["iPhone手机"],
    ["茶（绿）"],
    ["张喆"],
    ["X码", "已付款"]
  ])("with only %s in 200 rows", (...names) => expect(of(rows(gbk, ...names))).toBe("gb18030"));
  it("with one name in a wide row, though it is nearly UTF-8", () => {
    for (const name of ["莫霞", "张娟超"]) {
      expect(of(gbk(`id,name,note\n1,${name},${"nothing to say ".repeat(100)}\n`))).toBe("gb18030");
    }
  });
  it("with some broken rows", () => {
    const bytes = gbk(taobao.repeat(20));
    bytes[500] = 0xff;
    bytes[900] = 0x0a;
    expect(of(bytes)).toBe("gb18030");
  });
});

describe("Western European text is windows-1252, never pairs", () => {
  it.each([
    ["Café", "Müller"],
    ["résumé"],
    ["Müller"],
    ["é"],
    ["Größe"],
    ["Straße 5"],
    ["créée"],
    ["Hélène"],
    ["MÜLLER"],
    ["Øre"],
    ["Ærø"],
    ["à la carte"],
    ["¿Qué tal?"],
    ["20 °C"],
    ["20°C"],
    ["£12.50"],
    ["½ kg"],
    ["«Noël»"],
    ["N° 5"],
    ["Ångström"],
    ["São João", "Gonçalves", "Coração"],
    ["Jürgen Köhler", "Bäckerei Schäfer", "Weiß", "Österreich"],
    ["Peña", "Logroño", "Cádiz", "Málaga"]
  ])("with only %s in 200 rows", (...names) => expect(of(rows(western, ...names))).toBe("windows-1252"));
  it("signs of Windows", () => {
    for (const text of [
      "12,50 \x80",
      "\x93Hello\x94 \x96 it\x92s",
      "Brand\x99 and more\x85",
      "Fran\xe7ois\x92 \x8cuvre"
    ]) {
      expect(of(rows(western, text))).toBe("windows-1252");
    }
  });
  it("any words of it", () => {
    const words =
      "Müller Café résumé Größe Köhler Schäfer Málaga Logroño Hélène François Noël São João Malmö Sørensen Peña garçon crème Düsseldorf Übung Fußball Île Évry À Ça ÉCOLE £12 30°".split(
        " "
      );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), {minLength: 1, maxLength: 7}),
        (cells) => of(rows(western, ...cells)) === "windows-1252"
      )
    );
  });
});

describe("other encodings", () => {
  const russian = "номер,имя,город\n1,Иванов Иван,Москва\n2,Петрова Анна,Санкт-Петербург\n3,Сидоров,Казань\n";
  const japanese = "番号,氏名,住所\n1,山田太郎,東京都渋谷区です\n2,佐藤花子,カタカナ\n";
  it.each([
    ["big5", "訂單編號,姓名,地址\n1,陳小明,台北市信義區\n2,林美玲,高雄市\n"],
    ["shift_jis", japanese],
    ["euc-jp", japanese],
    ["euc-kr", "번호,이름,주소\n1,김철수,서울특별시 강남구\n2,이영희,부산광역시\n"],
    ["windows-1250", "id,imię,miasto\n1,Łukasz,Łódź\n2,Małgorzata,Kraków\n3,Wałęsa,Gdańsk\n"],
    ["iso-8859-2", "id,imię,miasto\n1,Łukasz,Łódź\n2,Małgorzata,Kraków\n3,Świątek,Będzin\n4,Sąsiad\n"],
    ["windows-1251", russian],
    ["koi8-r", russian],
    ["windows-1253", "id,όνομα,πόλη\n1,Γιώργος Παπαδόπουλος,Αθήνα\n2,Μαρία,Θεσσαλονίκη\n"],
    ["windows-1256", "id,الاسم,المدينة\n1,محمد علي,القاهرة\n2,فاطمة,بغداد\n"],
    ["macintosh", "id,name\n1,Müller\n2,Café résumé\n3,François\n"]
  ])("%s", (encoding, text) => expect(of(encoder(encoding)(text))).toBe(encoding));
  it("Hungarian, where there is enough of it", () => {
    const text =
      "id,név,megjegyzés\n1,Győri Erdős,fűtő a körúton\n2,Szűcs Ödön,nagyon jó termék és gyorsan érkezett\n3,Kovács,köszönöm szépen az őszibarack nem volt jó\n";
    expect(of(encoder("windows-1250")(text))).toBe("windows-1250");
  });
});

it("what Node decodes is a known encoding, in any case", () => {
  for (const label of [
    "utf-8",
    "GBK",
    "gb2312",
    "gb18030",
    "Big5",
    "Shift_JIS",
    "windows-1252",
    "latin1",
    "utf-16le"
  ]) {
    expect(knownEncoding(label)).toBe(true);
  }
  for (const label of ["", "utf-32", "cp850", "klingon"]) expect(knownEncoding(label)).toBe(false);
});

describe("a stream is checked for UTF-8 as it passes", () => {
  const check = (bytes: Buffer, size: number) => {
    const stream = isUtf8Stream();
    for (let at = 0; at < bytes.length; at += size) stream.push(bytes.subarray(at, at + size));
    return {valid: stream.end(), doubtful: stream.doubtful};
  };
  it("as the whole of it would be, whatever the chunks", () => {
    const text = fc.string({unit: "binary", maxLength: 12}).map((text) => Buffer.from(text));
    const raw = fc.uint8Array({maxLength: 4}).map((bytes) => Buffer.from(bytes));
    fc.assert(
      fc.property(
        fc.array(fc.oneof({weight: 5, arbitrary: text}, {weight: 1, arbitrary: raw})),
        fc.integer({min: 1, max: 6}),
        (parts, size) => {
          const bytes = Buffer.concat(parts);
          let valid = true;
          try {
            new TextDecoder("utf-8", {fatal: true}).decode(bytes);
          } catch {
            valid = false;
          }
          const checked = check(bytes, size);
          expect(checked.valid).toBe(valid);
          if (valid) expect(checked.doubtful).toBe(undefined);
        }
      ),
      {numRuns: 1000}
    );
  });
  it("and where it begins in ASCII and is none, the part that is not tells the encoding, wherever chunks are cut", () => {
    const names = "2,莫霞张娟超,已付款\n".repeat(20);
    for (const [encoding, tail] of [
      ["gb18030", gbk(names)],
      ["windows-1252", western("2,Müller,Café\n".repeat(20))]
    ] as const) {
      const bytes = Buffer.concat([Buffer.from("1,Ann\n".repeat(1000)), tail]);
      expect(of(bytes.subarray(0, 4000), false)).toBe("utf-8");
      for (let size = 1000; size < 1040; size++) {
        const {valid, doubtful} = check(bytes, size);
        expect(valid).toBe(false);
        expect(of(doubtful!, false)).toBe(encoding);
      }
    }
  });
  it("and UTF-8 with a broken row, or cut within a character, stays UTF-8", () => {
    const good = Buffer.from("1,张三,已付款\n".repeat(200));
    for (const bad of [[0xd5, 0xc5, 10], [0xff], [0xe5, 0xbc]]) {
      for (const size of [500, 1000, 100_000]) {
        const {valid, doubtful} = check(Buffer.concat([good, Buffer.from(bad)]), size);
        expect(valid).toBe(false);
        expect(doubtful === undefined || of(doubtful, false) === "utf-8").toBe(true);
      }
    }
  });
});
