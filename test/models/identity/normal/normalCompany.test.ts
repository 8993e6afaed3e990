import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {isCompanyName} from "../../../../models/identity/normal/isCompanyName.ts";
import {normalCompany} from "../../../../models/identity/normal/normalCompany.ts";
import {anyText, fullWidth, maskedText} from "./arbitraries.ts";

describe("the core of a company's name has no legal form", () => {
  it.each([
    ["Acme Ltd", "acme"],
    ["ACME LIMITED", "acme"],
    ["Acme, Inc.", "acme"],
    ["Acme Corp.", "acme"],
    ["The Acme Company", "acme"],
    ["Acme LLC", "acme"],
    ["Acme L.L.C.", "acme"],
    ["Acme PLC", "acme"],
    ["Acme Pty Ltd", "acme"],
    ["Acme Pte. Ltd.", "acme"],
    ["Acme Sdn Bhd", "acme"],
    ["Acme GmbH", "acme"],
    ["Acme GmbH & Co. KG", "acme"],
    ["Acme AG", "acme"],
    ["Acme S.A.", "acme"],
    ["Acme S. A.", "acme"],
    ["Acme S A", "acme"],
    ["Acme SARL", "acme"],
    ["Acme S.à r.l.", "acme"],
    ["Acme S.p.A.", "acme"],
    ["Acme SpA", "acme"],
    ["Acme B.V.", "acme"],
    ["Acme Oy", "acme"],
    ["Acme AB", "acme"],
    ["Acme A/S", "acme"],
    ["Acme K.K.", "acme"],
    ["Acme Kabushiki Kaisha", "acme"],
    ["Acme Sp. z o.o.", "acme"],
    ["Acme s.r.o.", "acme"],
    ["Acme, S.A. de C.V.", "acme"],
    ["PT Acme Tbk", "acme"],
    ["ООО Акме", "akme"],
    ["Ａｃｍｅ　Ｌｔｄ．", "acme"],
    ["Apple (Shanghai) Co., Ltd.", "apple shanghai"],
    ["AT&T Inc.", "at and t"],
    ["I.B.M. Corporation", "ibm"],
    ["Smith & Sons Ltd", "smith and sons"],
    ["Johnson & Co", "johnson"],
    ["Macy's, Inc.", "macys"],
    ["L'Oréal S.A.", "loreal"],
    ["Müller GmbH", "muller"],
    ["Thermal Spa", "thermal spa"]
  ])("%s", (raw, core) => expect(normalCompany(raw)).toBe(core));

  it.each([
    ["华为技术有限公司", "华为技术"],
    ["華為技術有限公司", "华为技术"],
    ["华为技术有限责任公司", "华为技术"],
    ["华为技术股份有限公司", "华为技术"],
    ["华为技术 有限公司", "华为技术"],
    ["华为技术有限公司（深圳）", "华为技术深圳"],
    ["华为技术有限公司上海分公司", "华为技术上海分公司"],
    ["阿里巴巴集团控股有限公司", "阿里巴巴"],
    ["阿里巴巴集团", "阿里巴巴"],
    ["ABC 科技（北京）有限公司", "abc科技北京"],
    ["ABC科技(北京)有限公司", "abc科技北京"],
    ["阿里巴巴Ltd", "阿里巴巴"],
    ["红杉投资合伙企业（有限合伙）", "红杉投资"],
    ["株式会社日立製作所", "日立制作所"],
    ["㈱日立製作所", "日立制作所"],
    ["トヨタ自動車株式会社", "toyota自动车"],
    ["삼성전자 주식회사", "samseongjeonja"],
    ["㈜카카오", "kakao"]
  ])("%s", (raw, core) => expect(normalCompany(raw)).toBe(core));
});

it("a name that is nothing but legal forms stays whole; what names no company is null", () => {
  expect(normalCompany("Limited Ltd.")).toBe("limited ltd");
  expect(normalCompany("有限公司")).toBe("有限公司");
  expect([null, "", "—", "**公司"].map(normalCompany)).toEqual([null, null, null, null]);
  fc.assert(
    fc.property(maskedText, (raw) => normalCompany(raw) === null),
    {seed: 9}
  );
});

describe("a name says that it is an organisation's", () => {
  it.each(
    "Acme Ltd|acme inc|Müller & Co|Siemens AG|SIEMENS AG|Nestlé S.A.|Acme SA|Mærsk A/S|Volvo AB|Ferrari SpA|University of Oxford|Deutsche Bank|ООО Ромашка|华为技术有限公司|華為技術有限公司|北京大学|君合律师事务所|上海市第一人民医院|小米旗舰店|㈱日立製作所|㈜카카오".split(
      "|"
    )
  )("%s", (raw) => expect(isCompanyName(raw)).toBe(true));

  it.each(
    "John Smith|ANNA SA|Anna Sa|Jose Co|Bank|Ann Banks|张伟|欧阳锋|李店|王公子|Charlotte Church|J. R. R. Tolkien||—".split(
      "|"
    )
  )("%s does not", (raw) => expect(isCompanyName(raw)).toBe(false));
});

it("case and width of a company's name do not count", () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[A-Z][a-wyz]{2,8}(?: [A-Z][a-wyz]{2,8}){0,2} (?:Ltd|GmbH|Co\., Ltd\.|Inc\.|B\.V\.)$/),
      (raw) => {
        const core = normalCompany(raw);
        expect(core).not.toBeNull();
        expect(normalCompany(` ${raw.toUpperCase()}  `)).toBe(core);
        expect(normalCompany(fullWidth(raw))).toBe(core);
        expect(isCompanyName(raw)).toBe(true);
      }
    ),
    {seed: 1}
  );
});

it("a core is its own core", () => {
  fc.assert(
    fc.property(anyText, (raw) => {
      const core = normalCompany(raw);
      expect(core === null || normalCompany(core) === core).toBe(true);
      isCompanyName(raw);
    }),
    {numRuns: 3000, seed: 2}
  );
});
