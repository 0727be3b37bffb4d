import { diceOf } from '../../dice.ts'
import { spacedDays } from '../days.ts'
import type { ScenarioGround } from '../scenario.ts'
import { unevenShares } from '../shares.ts'
import { AFTER, BEFORE, FROM, TO, YUNYAN } from './place.ts'

const PUSHES = 104

/** 300余 posts offered by all of them. */
const POSTS_PUSHED = 306

function writePushes({ work }: ScenarioGround): void {
  const dice = diceOf('yunyan', 'pushes')
  const posts = unevenShares(diceOf('yunyan', 'posts'), POSTS_PUSHED, PUSHES, 1)
  for (const [at, on] of spacedDays(FROM, TO, PUSHES).entries()) {
    // A few posts a push, and now and then somebody sends a resume.
    const answers = at % 9 === 4 ? { resumes: 2 } : {}
    const values = { channel: dice.pick(['account', 'group', 'group']), topic: 'jobs', times: 1, jobs: posts[at] ?? 1, ...answers }
    work({ kind: 'push', unitCode: YUNYAN, on, values })
  }
  for (const on of spacedDays(...BEFORE, 60))
    work({ kind: 'push', unitCode: YUNYAN, on, values: { channel: 'group', topic: 'jobs', times: 1, jobs: 3 } })
  for (const on of spacedDays(FROM, TO, 12))
    work({ kind: 'push', unitCode: YUNYAN, on, values: { channel: 'account', topic: 'policy', times: 1 } })
}

function writeFairs({ work }: ScenarioGround): void {
  const spring = { form: 'spring', title: '云岩区退役军人就业春季专场招聘会', employers: 59, trades: 177, jobs: 3006, intents: 214 }
  work({ kind: 'jobFair', unitCode: YUNYAN, on: '2024-03-15', values: spring })
  work({ kind: 'jobFair', unitCode: YUNYAN, on: '2024-05-22', values: { form: 'online', employers: 12, trades: 30, jobs: 240 } })
  work({ kind: 'jobFair', unitCode: YUNYAN, on: '2023-03-10', values: { form: 'spring', employers: 48, trades: 120, jobs: 2100 } })
}

function writeEnterprises({ work }: ScenarioGround): void {
  const aid = (on: string, type: string, yuan: number, name: string): void => {
    work({ kind: 'enterpriseAid', unitCode: YUNYAN, on, values: { type, amount: yuan * 100 }, organisation: { name } })
  }
  aid('2024-03-28', 'loan', 120_000, '云岩示范军创餐饮有限公司')
  aid('2024-05-16', 'loan', 80_000, '云岩示范军创科技有限公司')
  aid('2024-04-10', 'rent', 36_000, '云岩示范军创物业有限公司')
  aid('2024-07-09', 'loan', 150_000, '云岩示范军创物流有限公司')
  for (const name of ['云岩示范军创科技有限公司', '云岩示范军创安保有限公司']) {
    const values = { title: 'topTen', edition: 2, nominated: 1 }
    work({ kind: 'selection', unitCode: YUNYAN, on: '2024-05-30', values, organisation: { name } })
  }
  const other = { title: 'armyEnterprise', nominated: 3 }
  work({ kind: 'selection', unitCode: YUNYAN, on: spacedDays(...AFTER, 1)[0] ?? TO, values: other })
}

/** Pushes, fairs, and what was done for enterprises. */
export function writeEmployment(ground: ScenarioGround): void {
  writePushes(ground)
  writeFairs(ground)
  writeEnterprises(ground)
}
