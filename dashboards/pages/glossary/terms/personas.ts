import {term, type Subject} from "../term.ts";

/** Words of personas and attribute segments. */
export const personas: Subject = {
  subject: {en: "Personas", zh: "客户画像"},
  terms: [
    term(
      "persona",
      [
        "Persona",
        "A group of customers who are alike in what they do: nearest to the same centre (k-means) over features on one scale. There are personas only where groups are found again in another half of the customers and are more than smooth variation."
      ],
      [
        "客户画像",
        "行为相似的一组客户：在统一尺度的特征上最接近同一中心（k-means）。仅当分组能在另一半客户中重现、且优于平滑变化时才有画像。"
      ],
      ["mart_persona", "persona"]
    ),
    term(
      "trait",
      [
        "Trait",
        "How far a persona's mean of a feature is from that of all other customers, in standard deviations within both (Cohen's d); from 0.5 on the three largest name it."
      ],
      ["特征差异", "画像某特征均值与其他客户均值之差，以组内标准差计（Cohen's d）；至少 0.5 的前三项用于命名。"],
      ["mart_persona_trait", "difference"]
    ),
    term(
      "agreement",
      [
        "Agreement of halves",
        "Adjusted Rand index of the groups that two random halves of the customers give to all of them: 1 the same, 0 as by chance; mean of ten halvings, stable from 0.75 on."
      ],
      [
        "两半一致度",
        "随机两半客户各自学得的分组对全部客户的调整兰德指数：1 为相同，0 为随机；取十次均值，0.75 起为稳定。"
      ],
      ["mart_persona_stability", "ari_mean"]
    ),
    term(
      "attribute-segment",
      ["Attribute segment", "Customers of one value of an attribute: country, channel, category, party, tier."],
      ["属性分组", "某一属性取值相同的客户：国家、渠道、品类、个人或组织、会员等级。"],
      ["mart_attribute_segment", "value"]
    )
  ]
};
