const peoples =
  '蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'
    .split(' ')
    .sort((a, b) => b.length - a.length)
const autonomous = new RegExp(`(?:(?:${peoples.join('|')})族)*(?:各族)?自治[县州旗]$`)
const peopleTownship = new RegExp(`(?:(?:${peoples.join('|')})族)+乡$`)
const endings = [
  /村民委员会$/,
  /居民委员会$/,
  /(?:维吾尔|回族|壮族)?自治区$/,
  autonomous,
  peopleTownship,
  /(?:街道|地区|新区|[省市区县镇乡盟旗])$/,
]

/** 酉阳土家族苗族自治县 → 酉阳 · 双凤桥街道 → 双凤桥 · 忠县 stays 忠县, since one character names nothing. */
export function shortName(name: string): string {
  for (const ending of endings) {
    const short = name.replace(ending, '')
    if (short !== name && [...short].length >= 2) return short
  }
  return name
}
