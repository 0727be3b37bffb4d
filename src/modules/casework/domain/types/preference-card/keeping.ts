import type { Step } from '../../matters/matter-type.ts'
import { words } from '../../matters/words.ts'
import { GROUNDS, KINDS } from './choices.ts'

/** Why an issued card is replaced by another; the first card is free of charge. */
const REPLACED = [
  { code: 'unreadable', name: words('无法识读', 'Unreadable') },
  { code: 'defaced', name: words('破损', 'Defaced') },
  { code: 'dataChanged', name: words('信息变更', 'Data changed') },
  { code: 'kindChanged', name: words('换证种', 'Another kind of card') },
  { code: 'provinceChanged', name: words('户籍迁到外省', 'Moved to another province') },
] as const
const MOVED_AWAY = { field: 'why', is: ['provinceChanged'] } as const

/** While the card lives: lost, found, replaced, withdrawn (C5). */
export const keeping: Readonly<Record<string, Step>> = {
  reportLoss: {
    name: words('口头挂失', 'Report a loss'),
    from: ['issued'],
    to: 'tempLost',
    by: ['applicant', 'station', 'township'],
    fields: [{ code: 'lossDays', name: words('挂失几天（五至十五天）', 'Days, 5 to 15'), kind: 'number', min: 5, max: 15 }],
    starts: ['tempLoss'],
    tells: words('已口头挂失，到期自动失效；确定丢了请办正式挂失', 'The loss is reported for the time being'),
  },
  found: {
    name: words('找到了', 'Found again'),
    from: ['tempLost'],
    to: 'issued',
    by: ['applicant', 'station', 'township'],
    stops: ['tempLoss'],
  },
  lapseLoss: {
    name: words('口头挂失到期自动失效', 'The report lapses'),
    from: ['tempLost'],
    to: 'issued',
    by: ['clock'],
    lapses: 'tempLoss',
    stops: ['tempLoss'],
    tells: words('口头挂失已到期失效，仍未找到请办正式挂失', 'The report of loss has lapsed'),
  },
  reportFormally: {
    name: words('正式挂失', 'Report formally'),
    from: ['issued', 'tempLost'],
    to: 'formallyLost',
    by: ['applicant', 'station', 'township'],
    fields: [
      {
        code: 'lostAt',
        name: words('在哪里办的正式挂失', 'Where it was reported'),
        kind: 'choice',
        choices: [
          { code: 'bank', name: words('合作银行（银行告知本单位）', 'At the partner bank, which told us') },
          { code: 'station', name: words('服务站', 'At the station') },
        ],
      },
    ],
    stops: ['tempLoss'],
    starts: ['accept'],
    facts: [{ kind: 'card.lost' }],
    tells: words('已正式挂失，街道受理补证后旧证作废', 'The loss is reported; the old card is void once a new one is accepted'),
  },
  askReplacement: {
    name: words('申请换证', 'Ask for a replacement'),
    from: ['issued'],
    to: 'replacing',
    by: ['applicant', 'station', 'township'],
    fields: [
      { code: 'why', name: words('为什么换', 'Why'), kind: 'choice', required: true, choices: REPLACED },
      {
        code: 'kind',
        name: words('换成哪一种', 'Which card instead'),
        kind: 'choice',
        required: true,
        choices: KINDS,
        when: { field: 'why', is: ['kindChanged'] },
      },
    ],
    starts: ['accept'],
  },
  reissue: {
    name: words('补（换）证，旧证作废', 'Issue anew; the old card is void'),
    from: ['formallyLost', 'replacing'],
    to: 'inProduction',
    by: ['township'],
    when: { ...MOVED_AWAY, not: true },
    stops: ['accept'],
    starts: ['make'],
    facts: [{ kind: 'card.voided' }, { kind: 'card.reissued' }],
    tells: words('补（换）证已受理，旧证作废', 'A new card is being made; the old one is void'),
  },
  keepOld: {
    name: words('不予换证', 'Refuse the replacement'),
    from: ['replacing', 'formallyLost'],
    to: 'issued',
    by: ['township'],
    reason: true,
    stops: ['accept'],
    tells: words('这次不补（换）证，理由见告知', 'No new card this time; the reason is told'),
  },
  replaceElsewhere: {
    name: words('迁到外省，旧证收回，到迁入地申请', 'Moved to another province: the card is handed in'),
    from: ['replacing'],
    to: 'replaced',
    by: ['township'],
    when: MOVED_AWAY,
    stops: ['accept'],
    facts: [{ kind: 'card.voided' }],
    tells: words('旧证已收回，请到迁入地申请新证', 'The card was handed in; ask for one where you live now'),
  },
  withdraw: {
    name: words('收回', 'Withdraw'),
    from: ['issued', 'tempLost', 'formallyLost', 'replacing'],
    to: 'withdrawn',
    by: ['county'],
    reason: true,
    fields: [{ code: 'ground', name: words('依据', 'Ground'), kind: 'choice', required: true, choices: GROUNDS }],
    prints: ['refusal'],
    facts: [{ kind: 'card.withdrawn' }],
    tells: words('优待证已收回，理由见告知书', 'The card has been withdrawn; the reasons are in the letter'),
  },
}
