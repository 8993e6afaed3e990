/** Invented people: common given and family names combined at random, so that nobody in particular is meant. */
export const GIVEN =
  `Amelia Oliver Isla George Ava Noah Mia Arthur Ivy Leo Lily Oscar Freya Harry Grace Jack Willow Henry
Ella Theo Rosie Alfie Sophie Archie Elsie Finn Alice Max Daisy Lucas Phoebe Ethan Poppy Isaac Evie Adam Ruby Daniel
Matilda Toby Harriet Rory Maya Samuel Esme Jude Nina Felix Clara Hugo Orla Miles Zara Callum Tess Ravi Priya Amir Leila`.split(
    /\s+/
  );
export const FAMILY = `Hart Marsh Field Barlow Winter Holt Frost Lane Bright Stone Mercer Dale Wade Reed Pike Holloway
Sharp Booth Nash Kerr Lowe Finch Byrne Doyle Quinn Hale Moss Rowe Vale Drew Tate Penn Wells Ford Cross Page Sutton
Blake Carr Dunn Ellis Gale Hobbs Irwin Joyce Knott Lister Munro Noble Osborn Parr Ridley Swift Thorne Unwin Voss Wren`.split(
  /\s+/
);

/** Chinese names as pairs of characters and pinyin. */
export const CHINESE_FAMILY =
  `王 Wang|李 Li|张 Zhang|刘 Liu|陈 Chen|杨 Yang|黄 Huang|赵 Zhao|周 Zhou|吴 Wu|徐 Xu|孙 Sun|胡 Hu
|朱 Zhu|高 Gao|林 Lin|何 He|郭 Guo|马 Ma|罗 Luo|梁 Liang|宋 Song|郑 Zheng|谢 Xie|韩 Han|唐 Tang|冯 Feng|于 Yu|董 Dong|萧 Xiao`
    .split("|")
    .map((pair) => pair.trim().split(" ") as [string, string]);
export const CHINESE_GIVEN =
  `思远 Siyuan|雨桐 Yutong|子涵 Zihan|晓琳 Xiaolin|俊杰 Junjie|梦瑶 Mengyao|浩然 Haoran|欣怡 Xinyi
|文博 Wenbo|佳宁 Jianing|若曦 Ruoxi|明哲 Mingzhe|静怡 Jingyi|天宇 Tianyu|嘉欣 Jiaxin|一诺 Yinuo|梓轩 Zixuan|语嫣 Yuyan
|泽宇 Zeyu|诗涵 Shihan|凯 Kai|敏 Min|楠 Nan|博 Bo|颖 Ying|洋 Yang|婷 Ting|磊 Lei|倩 Qian|睿 Rui`
    .split("|")
    .map((pair) => pair.trim().split(" ") as [string, string]);

export const STREETS =
  `Alder Birch Canal Chapel Church Cherry Dock Elm Garden Glebe Harbour Hazel King Linden Market Mill
Orchard Park Queen Quay Rose School Spring Station Tannery Vine Weaver Willow`.split(/\s+/);
export const ROADS = ["Road", "Street", "Lane", "Close", "Terrace", "Way"];
