/** Why a round could not be sealed: which rule of its own it breaks, and what to look at. */
export const FAULTS_ZH = {
  'placement.fault.points-of-a-line': '有一行评分和评分标准对不上，请重新生成评分表',
  'placement.fault.item-is-not-of-the-scheme': '评分里有标准中没有的项目，请核对评分标准的版本',
  'placement.fault.service-is-not-the-sum': '服役表现分不等于各行之和，请重新生成评分表',
  'placement.fault.composite': '综合成绩和比例对不上，请重新排名',
  'placement.fault.fact-is-missing': '有人缺同分规则要用的事实，请补齐档案',
  'placement.fault.list-names-no-post': '事先交的名单里有本场没有的岗位，请重新收名单',
  'placement.fault.nothing-reserved': '直通车里没有留给专长的岗位，请改岗位',
  'placement.fault.distance-is-missing': '有人的住处或岗位的地点没有路程，请核对地点',
  'placement.fault.costs-overflow': '成本定得太大，加起来会超出能算准的范围，请点“改草稿”把成本改小',
  'placement.fault.share-of-a-pool': '统筹岗位的份额和分配办法对不上，请核对统筹池',
  'placement.fault.other': '人员、岗位或项目重复，请核对后再试',
} as const

export const FAULTS_EN: Record<keyof typeof FAULTS_ZH, string> = {
  'placement.fault.points-of-a-line': 'a line of a score does not follow from the scheme: draw the sheet anew',
  'placement.fault.item-is-not-of-the-scheme': 'a score has an item that the scheme has not: look at the version of the scheme',
  'placement.fault.service-is-not-the-sum': 'the service score is not the sum of its lines: draw the sheet anew',
  'placement.fault.composite': 'the composite does not follow from the weights: rank anew',
  'placement.fault.fact-is-missing': 'somebody lacks a fact that the tie rule asks for: complete the file',
  'placement.fault.list-names-no-post': 'a list handed in names a post that the round has not: take the list anew',
  'placement.fault.nothing-reserved': 'no post of the direct train is kept for a speciality: change the posts',
  'placement.fault.distance-is-missing': 'a home or a post has no distance: look at the places',
  'placement.fault.costs-overflow': 'the costs are too large to be added up exactly: change the draft and make them smaller',
  'placement.fault.share-of-a-pool': 'shares of a pool do not follow from its method: look at the pool',
  'placement.fault.other': 'people, posts or items stand there twice: look at them and try again',
}

const KNOWN = [
  'points-of-a-line',
  'item-is-not-of-the-scheme',
  'service-is-not-the-sum',
  'composite',
  'fact-is-missing',
  'list-names-no-post',
  'nothing-reserved',
  'distance-is-missing',
  'costs-overflow',
  'share-of-a-pool',
] as const

/** The key of the words for a fault, which is told as its code and where it is. */
export const faultKey = (fault: string): keyof typeof FAULTS_ZH =>
  `placement.fault.${KNOWN.find((code) => fault.startsWith(`${code} `) || fault === code) ?? 'other'}`
