const list = (text: string): string[] => text.trim().split(/\s+/);

/**
 * A compact list of Chinese words of praise and complaint, made for this product: words that customers use of goods, delivery and service, not
 * a general lexicon. No list of that kind is maintained as a package.
 */
export const chineseGood = new Map<string, number>([
  ...list(`满意 喜欢 推荐 好吃 美味 可口 新鲜 香 划算 实惠 便宜 值得 超值 物超所值 值 快 及时 准时 迅速 快捷 方便 省心 省事 热情 周到 耐心 贴心 细心 礼貌 友好
    客气 专业 干净 整洁 卫生 漂亮 好看 精致 精美 结实 牢固 耐用 舒服 舒适 顺利 顺畅 流畅 稳定 清晰 正品 完好 严实 合适 合理 足 丰富 靠谱 放心 信赖
    信任 感谢 谢谢 支持 开心 高兴 惊喜 好评 不错 挺好 很好 真好 还好 好用 好喝 好听 好多 赞 点赞 棒 给力 良心 良好 优质 优秀 优惠 最爱 爱 爱不释手 称赞
    到位 正宗 地道 回购 厚道 亲切 温馨 体贴 负责 高效 上档次 大方 高档 难得 热乎 鲜嫩 酥脆 入味`).map(
    (word): [string, number] => [word, 2]
  ),
  ...list("非常满意 强烈推荐 完美 极好 一流 太棒 绝了 赞不绝口 五星 满分 最好 最棒 超级棒 棒棒哒 无可挑剔").map(
    (word): [string, number] => [word, 3]
  ),
  ...list("好 可以 行 正常 喜欢吃 够 多 稳").map((word): [string, number] => [word, 1])
]);

export const chineseBad = new Map<string, number>([
  ...list(`失望 差 很差 太差 慢 太慢 难吃 难喝 难用 难看 贵 太贵 坏 破 破损 碎 裂 脏 臭 馊 腥 异味 变质 过期 发霉 冷 凉 凉透 硬 油腻 太咸 咸 太油 太甜 太辣
    不新鲜 质量差 劣质 假 假货 仿冒 次品 瑕疵 缺陷 故障 失灵 漏 漏水 漏发 少 缺 缺货 错 错误 发错 送错 弄错 晚 迟 迟到 超时 拖 拖延 延误 耽误 等 久 催 敷衍 冷漠 推诿
    推脱 态度差 恶劣 粗鲁 无礼 不耐烦 不理 投诉 退款 退货 退 赔 麻烦 糟糕 糟 无语 后悔 坑 坑人 忽悠 不值 浪费 缩水 掉色 粗糙 松动 卡顿 闪退 崩溃 混乱 遗憾 可惜
    差评 郁闷 生气 讨厌 气人 烦 拉肚子 恶心 头发 虫子 没有 没 无 不够 不足 一般 一般般 凑合 算了 误导 模板 丢 丢失 丢件 洒 撒 压坏 摔 再也 难以 失误 问题 不便 缺斤少两`).map(
    (word): [string, number] => [word, -2]
  ),
  ...list("垃圾 骗子 骗 欺骗 欺诈 诈骗 极差 最差 坑爹 恶心死 气死 黑店 差劲 太差劲 太烂 烂 无良 忍无可忍 难吃死").map(
    (word): [string, number] => [word, -3]
  )
]);

/** Words that turn what follows within three words. */
export const chineseNegations = new Set(
  list("不 没 没有 无 非 别 未 不是 不会 不能 不太 不够 不怎么 并不 毫不 从不 绝不 不再 没法 无法")
);

/** Turned words that are written as one. */
export const chineseTurned = new Map<string, number>([
  ...list(
    "不好 不满 不满意 不行 不推荐 不喜欢 不值得 不值 不好吃 不新鲜 不及时 不准时 不负责 不专业 不方便 不合理 不合适 不靠谱 不干净 不卫生 不会再 不敢"
  ).map((word): [string, number] => [word, -2]),
  ...list("不错 不贵 不慢 不差 不坏 没问题 无可挑剔 没得说 不赖").map((word): [string, number] => [word, 2])
]);
