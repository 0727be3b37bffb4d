import type { Letter } from '../../matters/matter-type.ts'
import { words } from '../../matters/words.ts'

/** What is handed or sent to whoever petitions. */
export const letters: Readonly<Record<string, Letter>> = {
  acceptance: {
    name: words('受理告知书', 'Notice of acceptance'),
    paragraphs: [
      '{{name}}：',
      '你反映的“{{title}}”事项，我单位已于{{today}}受理，将自受理之日起六十日内（{{due:opinion}}前）答复你。',
      '《信访工作条例》第二十三条、第三十四条。',
    ],
  },
  noted: {
    name: words('收到告知书', 'Notice of receipt'),
    paragraphs: [
      '{{name}}：',
      '你反映的“{{title}}”事项，我单位已于{{today}}收到，并按规定研究办理或转送有权处理的机关。',
      '《信访工作条例》第二十三条。',
    ],
  },
  reply: {
    name: words('建议回复', 'Reply to a suggestion'),
    paragraphs: ['{{name}}：', '你提出的“{{title}}”建议，经研究回复如下：', '{{replyText}}', '感谢你对工作的关心和支持。'],
  },
  refusal: {
    name: words('不予受理告知书', 'Notice of refusal'),
    paragraphs: ['{{name}}：', '你反映的“{{title}}”事项，我单位不予受理。理由：{{reason}}。', '该事项应通过“{{channel}}”提出。'],
  },
  extension: {
    name: words('延期告知书', 'Notice of extension'),
    paragraphs: ['{{name}}：', '你反映的“{{title}}”事项情况复杂，经本单位负责人批准，办理期限延长至{{due:opinion}}。理由：{{reason}}。'],
  },
  opinion: {
    name: words('处理意见书', 'Opinion'),
    paragraphs: [
      '{{name}}：',
      '你反映的“{{title}}”事项，经调查核实，处理意见：{{result}}。',
      '{{opinionText}}',
      '如不服本意见，可自收到之日起三十日内（{{due:askReview}}前）向上一级机关申请复查。',
      '《信访工作条例》第三十四条、第三十五条。',
    ],
  },
  reviewOpinion: {
    name: words('复查意见书', 'Review opinion'),
    paragraphs: [
      '{{name}}：',
      '你反映的“{{title}}”事项，经复查，复查意见：{{reviewResult}}。',
      '{{reviewText}}',
      '如不服本意见，可自收到之日起三十日内（{{due:askRecheck}}前）向上一级机关申请复核。',
      '《信访工作条例》第三十五条、第三十六条。',
    ],
  },
  recheckOpinion: {
    name: words('复核意见书', 'Recheck opinion'),
    paragraphs: [
      '{{name}}：',
      '你反映的“{{title}}”事项，经复核，复核意见：{{recheckResult}}。',
      '{{recheckText}}',
      '本意见为信访事项的终结意见。仍以同一事实和理由提出的，不再受理。',
      '《信访工作条例》第三十六条。',
    ],
  },
}
