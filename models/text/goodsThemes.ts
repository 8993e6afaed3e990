import {theme, top, type TopTheme} from "./themeOf.ts";

/** What customers say of goods and what they cost. */
export const goodsThemes: readonly TopTheme[] = [
  top(
    theme(
      "packaging",
      "Packaging",
      "包装",
      `packag*, packing, packed, wrapped, wrapping, bubble wrap, cardboard, box, 包装, 打包, 包得, 包的, 盒子, 纸箱, 泡沫, 袋子, 礼盒, 餐盒, 密封`
    ),
    theme(
      "packaging_damage",
      "Damaged on arrival",
      "到货破损",
      `broken on arrival, arrived broken, damaged, damage, smashed, crushed, cracked, dented, in pieces, shattered, chipped, leaked, leaking, leak, spilled, spilt, arrived in bits,
      破损, 损坏, 裂痕, 裂纹, 压坏, 摔坏, 碎了, 打碎, 碎的, 碰坏, 裂了, 开裂, 漏了, 漏出, 洒了, 撒了, 洒出, 破了, 压扁, 变形`
    ),
    theme(
      "packaging_waste",
      "Too much packaging",
      "过度包装",
      `too much plastic, plastic packaging, too much packaging, so much plastic, excess packaging, recyclable, recycling, not recyclable, wasteful, environment*, sustainab*, eco friendly,
      过度包装, 塑料包装, 塑料太多, 包装太多, 不环保, 环保`
    )
  ),
  top(
    theme(
      "price",
      "Price",
      "价格",
      `price, pricing, priced, cost, expensive, cheap, cheaper, value for money, good value, great value, worth, worth the money, money, bargain, affordable, overpriced, pricey, pay so much, 
      价格, 价钱, 价位, 性价比, 便宜, 实惠, 划算, 贵, 太贵, 很贵, 贵了, 有点贵, 偏贵, 不值, 物有所值, 物超所值, 涨价, 降价, 花钱, 成本, 超值`
    ),
    theme(
      "price_high",
      "Too expensive",
      "价格偏高",
      `too expensive, expensive, overpriced, pricey, cheaper elsewhere, price increase, prices went up, price rise, not worth, waste of money, rip off, rip-off, costs more, dearer, price hike, 
      太贵, 很贵, 好贵, 贵了, 有点贵, 偏贵, 贵一些, 贵一点, 更贵, 涨价, 不值, 不划算, 性价比低, 坑钱, 死贵`
    ),
    theme(
      "price_offers",
      "Offers and discounts",
      "优惠活动",
      `discount, coupon, voucher, promo code, promotion, special offer, sale price, on sale, black friday, prime day, deal,
      优惠, 折扣, 打折, 促销, 红包, 优惠券, 满减, 活动, 代金券, 特价, 秒杀`
    ),
    theme(
      "price_delivery",
      "Delivery charges",
      "运费",
      `delivery charge, delivery fee, shipping cost, shipping fee, postage cost, cost of delivery, free delivery, free shipping, 运费, 邮费, 配送费, 包邮, 快递费, 打包费`
    )
  ),
  top(
    theme(
      "quality",
      "Quality",
      "质量",
      `quality, well made, poorly made, build, craftsmanship, workmanship, finish, material, sturdy, solid, flimsy, durable,
      质量, 品质, 做工, 材质, 用料, 手感, 工艺, 质感, 粗糙, 精致, 结实, 正品, 假货, 次品, 劣质, 瑕疵`
    ),
    theme(
      "quality_fault",
      "Faulty or broken",
      "故障损坏",
      `faulty, fault, defect*, broke, broken, stopped working, stop working, stops working, doesn't work, does not work, didn't work, not working, won't work, no longer works, malfunction, dead, died, useless, glitch*,
      坏了, 坏的, 故障, 失灵, 不能用, 用不了, 没法用, 缺陷, 瑕疵, 有问题, 质量问题, 出问题, 次品`
    ),
    theme(
      "quality_lasting",
      "How long it lasts",
      "耐用性",
      `lasted, last long, lasts, durab*, wear out, worn out, wore out, falls apart, fell apart, after a month, after a week, after two weeks, rust*, faded, peeling, scratch*, stains,
      耐用, 用了几天, 用了一周, 没用多久, 掉色, 褪色, 生锈, 脱落, 起球, 磨损, 松动, 没几天`
    )
  ),
  top(
    theme(
      "taste",
      "Taste and freshness",
      "口味与新鲜度",
      `taste, tasty, flavour, flavor, delicious, fresh, freshness, stale, aroma, smell, smells, bland, bitter, undrinkable, inedible, yummy,
      味道, 口味, 好吃, 难吃, 好喝, 难喝, 口感, 美味, 可口, 新鲜, 不新鲜, 香气, 香味, 太咸, 太甜, 太辣, 太油, 油腻, 淡, 凉了, 凉的, 冷了, 冷的, 都凉, 变味, 馊, 入味, 香`
    ),
    theme(
      "taste_stale",
      "Not fresh",
      "不新鲜",
      `stale, not fresh, went off, gone off, expired, past its date, out of date, mouldy, moldy, rotten, old stock,
      不新鲜, 变质, 过期, 发霉, 馊, 变味, 有异味, 臭了, 坏掉, 陈的`
    ),
    theme(
      "taste_portion",
      "Portions",
      "分量",
      `portion, portions, small amount, half empty, half full, quantity, underfilled, 分量, 份量, 量大, 量足, 量少, 量太少, 太少, 吃不饱, 缩水, 给的少, 量很, 少得可怜`
    )
  ),
  top(
    theme(
      "as_described",
      "As described",
      "与描述相符",
      `as described, not as described, as advertised, not as pictured, looks different, misleading, false advertising, description, as expected, different from the picture, different from the photo, photos,
      描述, 与图片, 和图片, 图片不符, 实物, 货不对板, 色差, 不符, 虚假宣传, 误导, 名不副实`
    ),
    theme(
      "size",
      "Size and fit",
      "尺寸",
      `size, sizing, too small, too big, too large, too tight, doesn't fit, does not fit, didn't fit, smaller than, bigger than, larger than, 尺寸, 尺码, 大小, 太小, 太大, 偏大, 偏小, 合适, 不合身`
    )
  ),
  top(
    theme(
      "availability",
      "Range and availability",
      "品种与库存",
      `out of stock, back in stock, in stock, sold out, available, unavailable, availability, selection, range, choice, variety, discontinued, assortment, stock, restock, new arrivals, something new, nobody else has, anywhere else,
      缺货, 没货, 断货, 有货, 库存, 售罄, 补货, 品种, 种类, 选择, 款式, 下架, 停产, 上新, 卖完, 齐全, 买不到`
    ),
    theme(
      "out_of_stock",
      "Out of stock",
      "缺货",
      `out of stock, sold out, back in stock, unavailable, not available, discontinued, never in stock, 缺货, 没货, 断货, 售罄, 补货, 卖完, 下架, 停产`
    )
  ),
  top(
    theme(
      "use",
      "Set-up and use",
      "安装与使用",
      `set up, setup, set-up, easy to use, hard to use, difficult to use, easy to set, instruction, manual, user friendly, install*, connect, connects, connecting, connection, wifi, wi-fi, bluetooth, pair, pairing, assemble*, how do i use, how to use, how do i, dishwasher, how to store, keep fresh, 
      安装, 使用, 说明书, 怎么用, 怎么保存, 怎么清洗, 洗碗机, 设置, 连接, 操作, 好用, 难用, 上手, 组装, 蓝牙, 无线, 教程`
    )
  ),
  top(
    theme(
      "hygiene",
      "Hygiene and safety",
      "卫生与安全",
      `hygien*, dirty, unclean, hair in, insect, food poisoning, ill, unsafe, safety, contaminat*, allerg*, fly in,
      卫生, 干净, 脏, 头发, 虫, 苍蝇, 拉肚子, 食物中毒, 安全, 肚子疼, 异物, 恶心`
    )
  ),
  top(
    theme(
      "gift",
      "Gifts",
      "礼物",
      `gift, present for, birthday, christmas, wedding, mother's day, 礼物, 送给, 送人, 送礼, 生日, 节日, 中秋, 春节, 过年`
    )
  )
];
