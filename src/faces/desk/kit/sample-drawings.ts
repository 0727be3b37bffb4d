/** Two drawings, as examples of the form. They are data: keep them beside the divisions, one a region. */
export const drawings: Record<string, string> = {
  '500000': `
    .    .    .      .    .    .    .    .    城口 .
    .    .    .      .    .    .    .    开州 巫溪 .
    .    .    .      .    .    梁平 万州 云阳 奉节 巫山
    潼南 合川 北碚   渝北 长寿 垫江 忠县 石柱 .    .
    铜梁 璧山 沙坪坝 江北 南岸 涪陵 丰都 黔江 .    .
    大足 永川 九龙坡 渝中 巴南 武隆 彭水 酉阳 .    .
    荣昌 江津 大渡口 綦江 南川 .    .    秀山 .    .`,
  '500112': `
    .      .    茨竹   大湾   .      .
    .      木耳 兴隆   古路   统景   .
    悦来   王家 双凤桥 石船   大盛   洛碛
    礼嘉   仙桃 两路   双龙湖 玉峰山 龙兴
    大竹林 康美 翠云   宝圣湖 回兴   .
    金山   鸳鸯 天宫殿 人和   .      .
    .      .    龙溪   龙山   龙塔   .`,
}
