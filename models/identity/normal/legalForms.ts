/** Legal forms that are no surname and no usual word, in lower-case ASCII: they make a name a company's. */
export const plainForms = new Set(
  (
    "ltd limited llc llp lllp inc incorporated corp corporation company plc pllc pty pte pvt sdn bhd gmbh ggmbh mbh kgaa ohg gbr " +
    "haftungsbeschrankt sarl sasu eurl srl srls bvba aps oyj asa ehf sro spzoo doo dooel kft zrt nyrt uab ltda ltee eirl tbk eood " +
    "aktiengesellschaft aktiebolag osakeyhtio vof kabushikikaisha"
  ).split(" ")
);

/** Legal forms of a few letters that are no surname: they count at the end of a name. */
export const shortForms = new Set("ag kg ug snc scs bv nv ab oy kk jsc".split(" "));

/** Legal forms that are also surnames or words: they count at the end of a name, but make it a company's in capitals only. */
export const doubtfulForms = new Set(
  "sa sas sca cv as se co yk gk ev eg lp pc sia ou ood ead hf bt rt sl slu private ao oao zao pao ooo".split(" ")
);

/** Legal forms that stand before the name. */
export const leadingForms = new Set("the ooo oao zao pao ao pt firma".split(" "));

/** Legal forms in simplified Han, wherever they stand, and those that count at the end only. */
export const hanForms =
  /(?:股份)?有限(?:责任)?公司|股份公司|集团公司|总公司|\((?:有限合伙|普通合伙|特殊普通合伙|个人独资)\)|个人独资企业|合伙企业|株式会社|有限会社|合同会社|合资会社|\([株有合]\)|주식회사|유한회사|\([주유]\)/g;
export const hanEnds = /(?:控股集团|集团控股|集团|(?<![分子])公司)$/;

/** Words of organisations that are no legal form. */
export const organisationWords = new Set(
  (
    "group holding holdings university college institute foundation association society council committee ministry hospital clinic " +
    "pharmacy library museum hotel restaurant cafe bakery supermarket shop store stores bank trading technologies technology " +
    "solutions services systems industries enterprises partners consulting logistics studio agency cooperative school verein " +
    "stiftung universitat hochschule krankenhaus fundacion universidad universite banque banco societe"
  ).split(" ")
);
export const hanOrganisation =
  /公司|有限合伙|株式会社|有限会社|주식회사|유한회사|\([株주]\)|(?:集团|工厂|..厂|..店|银行|大学|学院|学校|中学|小学|幼儿园|医院|诊所|药房|研究院|研究所|协会|学会|基金会|委员会|事务所|合作社|工作室|中心|超市|商行|商场|酒店|宾馆|餐厅|经营部|服务部|办事处)$/;
