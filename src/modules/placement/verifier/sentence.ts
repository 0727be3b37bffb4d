import type { Finding, FindingCode } from './finding.ts'

export interface Sentence {
  readonly zh: string
  readonly en: string
}

type Say = (finding: Required<Pick<Finding, 'said' | 'due' | 'why'>> & { at: string }) => Sentence

const short = (value: string | number): string =>
  typeof value === 'string' && /^[0-9a-f]{64}/.test(value) ? `${value.slice(0, 12)}…${value.slice(64)}` : String(value)

/** Two values beside each other: hashes that begin alike are shown where they part, or they would read as equal. */
function beside(said: string | number, due: string | number): readonly [string, string] {
  const pair = [short(said), short(due)] as const
  if (said === due || pair[0] !== pair[1] || typeof said !== 'string' || typeof due !== 'string') return pair
  const at = [...said].findIndex((sign, index) => sign !== due[index])
  const around = (value: string) => `…${value.slice(Math.max(0, at - 5), at + 7)}${at + 7 < 64 ? '…' : ''}`
  return [around(said), around(due)]
}

const TEXT: { readonly [why: string]: Sentence } = {
  'ends-too-soon': { zh: '文件到这里突然断了，后面的内容缺失', en: 'the file breaks off here, the rest is missing' },
  'is-not-json': { zh: '这里不是合法的 JSON', en: 'this is not JSON' },
  'key-twice': { zh: '同一个字段写了两次', en: 'one field is written twice' },
  'is-no-whole-number': { zh: '记录中只能有整数', en: 'a record holds whole numbers only' },
  'goes-on': { zh: '记录已结束，后面还有多余内容', en: 'something follows after the end of the record' },
}

const STEP: { readonly [why: string]: Sentence } = {
  'clock-went-back': { zh: '时间倒退了', en: 'the clock went back' },
  'not-opened': { zh: '监督员尚未确认到场', en: 'the supervisor had not opened the round' },
  'already-opened': { zh: '已经开始过了', en: 'it had been opened already' },
  'already-closed': { zh: '选岗已结束', en: 'the round was over' },
  'is-paused': { zh: '正在暂停', en: 'the round was paused' },
  'is-not-paused': { zh: '并没有暂停', en: 'the round was not paused' },
  'not-your-turn': { zh: '没有轮到此人', en: 'it was somebody else’s turn' },
  'wrong-turn-number': { zh: '轮次号不对', en: 'the number of the turn is wrong' },
  'nobody-is-left': { zh: '已没有人可选', en: 'nobody had a turn left' },
  'open-posts-differ': { zh: '所列可选岗位与实际不符', en: 'other posts were open than are told' },
  'post-is-not-open': { zh: '该岗位此时对此人不可选', en: 'the post was not open to this person' },
  'no-list-handed-in': { zh: '此人没有事先交志愿表', en: 'no list had been handed in' },
  'not-the-first-of-the-list': { zh: '不是志愿表上第一个还可选的岗位', en: 'it is not the first open post of the list' },
  'list-has-an-open-post': { zh: '志愿表上还有可选的岗位', en: 'a post of the list was still open' },
  'clock-is-running': { zh: '选岗时间还没有用完', en: 'the time of the turn was not over' },
  'not-the-last-turn': { zh: '只能撤销最后一次选岗', en: 'only the last turn can be taken back' },
  'removed-since': { zh: '此人已退出，不能撤销', en: 'the person has been removed since' },
  'unknown-post': { zh: '没有这个岗位', en: 'there is no such post' },
  'already-withdrawn': { zh: '该岗位已撤回', en: 'the post had been withdrawn' },
  'unknown-candidate': { zh: '没有这个人', en: 'there is no such person' },
  'already-removed': { zh: '此人已退出', en: 'the person had been removed' },
  'turns-are-left': { zh: '还有人可以选岗就结束了', en: 'somebody could still have picked' },
  'not-of-this-way': { zh: '这种方式没有这一步', en: 'this way of placement has no such step' },
  'list-too-long': { zh: '志愿超过了规定数量', en: 'more posts are listed than the rules allow' },
  'named-twice': { zh: '同一个名字写了两次', en: 'one name is written twice' },
  'already-computed': { zh: '结果已经计算，不能再改', en: 'the outcome had been computed' },
  'not-computed': { zh: '结果还没有计算', en: 'the outcome had not been computed' },
  'outside-window': { zh: '不在事先公布的时间内', en: 'it was outside the window that had been announced' },
  'more-people-than-seats': { zh: '安排的人数超过了岗位数', en: 'more people than seats' },
}

const versus =
  (zh: string, en: string): Say =>
  ({ said, due }) => {
    const [says, should] = beside(said, due)
    return { zh: `${zh}：记录写的是 ${says}，应为 ${should}`, en: `${en}: the record says ${says}, it should be ${should}` }
  }
const plain =
  (zh: string, en: string): Say =>
  () => ({ zh, en })

const SAYS: { readonly [C in FindingCode]: Say } = {
  text: ({ why }) => TEXT[why] ?? { zh: '文件读不懂', en: 'the file cannot be read' },
  shape: plain('这个字段缺失、多余或写法不对', 'this field is missing, unknown or not written as it should be'),
  names: plain('同一个名字出现两次，或指向不存在的岗位', 'a name stands there twice, or names no post'),
  rules: plain('规则自相矛盾', 'the rules contradict themselves'),
  'score-line': versus('这一行的得分不对', 'the points of this line are wrong'),
  'score-sum': versus('服现役表现得分不等于各行之和', 'the service score is not the sum of its lines'),
  composite: versus('综合成绩算错了', 'the composite is wrong'),
  fact: versus('缺少同分排序所需的信息', 'a fact that breaks ties is missing'),
  'draw-day': versus('公开抽签日必须晚于承诺公布日', 'the public draw must come after the commitment'),
  shares: versus('统筹分配的名额算错了', 'the shares of the pool are wrong'),
  distance: versus('缺少家庭所在地到岗位的距离', 'the distance from home to a post is missing'),
  leaf: plain('这一部分的内容与承诺时不同，被改动过', 'this part is not what was committed to: it was changed'),
  commitment: versus('承诺值与承诺的各部分不符', 'the commitment does not cover these parts'),
  'commitment-published': versus(
    '与选岗前公布的承诺值不同：规则、人员、分数、岗位或种子在公布后被改动',
    'this is not the commitment published before the round: rules, people, scores, posts or seed were changed after it',
  ),
  'draw-published': versus('与公开抽签的号码不同', 'this is not what the public draw gave'),
  seed: versus('公布的种子不是事先承诺的那一个', 'the seed is not the one that was committed to'),
  lots: versus('抽签顺序不对，签被重抽或改动', 'the lots are not those of seed and draw: they were drawn again or changed'),
  order: versus('排名顺序不对', 'the order is wrong'),
  chain: versus('这一步的内容、序号或哈希被改动', 'this step, its number or its hash was changed'),
  'cut-short': plain('记录没有结束，后面的步骤缺失', 'the record has no end: steps are missing'),
  step: ({ why }) => {
    const reason = STEP[why] ?? { zh: '不合规则', en: 'against the rules' }
    return { zh: `这一步不合规则：${reason.zh}`, en: `this step is against the rules: ${reason.en}` }
  },
  outcome: versus('公布的结果与重新计算的不同', 'the outcome differs from what was computed again'),
  stability: ({ said }) => ({
    zh: `匹配不稳定，或稳定性证明不对${said ? `：${short(said)} 彼此更愿意` : ''}`,
    en: `the match is not stable, or its certificate is wrong${said ? `: ${short(said)} would rather have each other` : ''}`,
  }),
  optimum: versus('这里不能证明总成本最低', 'here the least cost is not proven'),
  'equal-optimum': ({ said }) => ({
    zh: `总成本相同时应按排名顺序决定，此处另有安排：${short(said)}`,
    en: `of equal optima the order of the round decides, and it would give: ${short(said)}`,
  }),
  seal: versus('封存哈希与内容不符：公布后被改动', 'the seal does not cover this record: something was changed after it'),
  'seal-published': versus('与当时公布的封存哈希不同', 'this is not the seal that was published'),
  'link-published': versus('与当时公布（或回执上）的这一步不同', 'this step is not the one that was shown, or stands on the receipt'),
  receipt: versus('回执上的化名与编号、盐值不符', 'the pseudonym does not follow from the number and the salt'),
}

/** A finding in plain words, what and where, Chinese and English. */
export function sentenceOf(finding: Finding): Sentence {
  const { zh, en } = SAYS[finding.code]({ said: '', due: '', why: '', ...finding })
  // A field stands in quotes, or it reads as a word of the sentence.
  const where = finding.at === '' ? { zh: '', en: '' } : { zh: `“${finding.at}”：`, en: `“${finding.at}”: ` }
  return { zh: `${where.zh}${zh}。`, en: `${where.en}${en}.` }
}
