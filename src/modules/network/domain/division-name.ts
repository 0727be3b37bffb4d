const PEOPLES =
  '蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'
    .split(' ')
    .toSorted((a, b) => b.length - a.length)

const AUTONOMOUS = new RegExp(`(?:(?:${PEOPLES.join('|')})族)*(?:各族)?自治[县州旗]$`)
const PEOPLE_TOWNSHIP = new RegExp(`(?:(?:${PEOPLES.join('|')})族)+乡$`)
const ENDINGS = [
  /(?:维吾尔|回族|壮族)?自治区$/,
  AUTONOMOUS,
  PEOPLE_TOWNSHIP,
  /(?:街道办事处|街道|地区|新区|林区|特区|特别行政区|[省市区县镇乡盟旗])$/,
]
const VILLAGE_ENDINGS = [/(?:虚拟社区|生活区|社区|嘎查|村)$/]

/** A committee's name as people say it: 凤鸣路社区居民委员会 → 凤鸣路社区 · 兴旺村村民委员会, 兴旺村委会 → 兴旺村. */
export function spokenName(name: string): string {
  const stem = name.replace(/(?:居民委员会|居委会)$/, '').replace(/村?村(?:民委员会|委会)$/, '村')
  return stem === '' || stem === '村' ? name : stem
}

/** The first ending that leaves two characters or more is taken off: one character alone names nothing. */
function without(endings: readonly RegExp[], name: string): string {
  for (const ending of endings) {
    const stem = name.replace(ending, '')
    if (stem !== name && [...stem].length >= 2) return stem
  }
  return name
}

/** 酉阳土家族苗族自治县 → 酉阳 · 双凤桥街道 → 双凤桥 · 忠县 stays 忠县 · a village keeps 村 or 社区: 凤鸣路社区. */
export function shortName(name: string): string {
  const spoken = spokenName(name)
  return spoken === name ? without(ENDINGS, name) : spoken
}

/** What tells a division from its neighbours: 凤鸣路社区 → 凤鸣路 · 兴旺村 → 兴旺. Only its characters may begin a search key. */
export function properName(name: string): string {
  const short = shortName(name)
  return without(VILLAGE_ENDINGS, short)
}
