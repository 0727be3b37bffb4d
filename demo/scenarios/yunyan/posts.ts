import type { UnitCode } from '../../../src/kernel/region-code.ts'
import { usccCheckCharacter } from '../../../src/kernel/uscc.ts'
import { day } from '../days.ts'
import type { ScenarioActing } from '../scenario.ts'
import { YUNYAN } from './place.ts'

/** Receiving units that there are not, with the posts that they give. */
const EMPLOYERS = [
  ['云岩区示范城市管理服务中心', 'institution', 'institution', ['市容巡查岗', '综合管理岗']],
  ['云岩区示范应急保障中心', 'institution', 'institution', ['应急值守岗']],
  ['贵阳示范公交公司', 'citySoe', 'enterprise', ['调度岗', '车辆管理岗']],
  ['云岩区示范国有资产公司', 'countySoe', 'enterprise', ['园区管理岗', '工程协调岗']],
] as const

/** Seven posts that were entered and confirmed in the half-year, and one that nobody has confirmed. */
export async function enterPosts({ deskAt }: ScenarioActing): Promise<void> {
  const officer = deskAt(YUNYAN as UnitCode, 'countyOfficer')
  const approver = deskAt(YUNYAN as UnitCode, 'countyApprover')
  const season = { year: 2024, season: 'spring' }
  for (const [at, [name, kind, establishment, titles]] of EMPLOYERS.entries()) {
    const first = `91990103MA${String(at + 1).padStart(7, '0')}`
    const uscc = first + usccCheckCharacter(first)
    const about = { unitCode: YUNYAN, uscc, name, kind }
    const { id: employerId } = await officer(day('2024-03-04'), 'employer.register', `yunyan.employer.${at}`, about)
    const open = at === EMPLOYERS.length - 1 ? [...titles, '档案管理岗'] : titles
    for (const title of open) {
      const post = { employerId, ...season, title, establishment, seats: 1, placeCode: YUNYAN, payLowFen: '480000', payHighFen: '620000' }
      const label = `yunyan.post.${at}.${title}`
      const { id: postId } = await officer(day('2024-03-18'), 'post.enter', label, { ...post, requirements: { words: '身体健康' } })
      const isSettled = (titles as readonly string[]).includes(title)
      if (isSettled) await approver(day('2024-04-08'), 'post.settle', `${label}.settle`, { postId, to: 'confirmed' })
    }
  }
}
