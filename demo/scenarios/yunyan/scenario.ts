import type { UnitCode } from '../../../src/kernel/region-code.ts'
import type { Scenario } from '../scenario.ts'
import { writeCare } from './care.ts'
import { writeEmployment } from './employment.ts'
import { writeHonour } from './honour.ts'
import { writeMemorial } from './memorial.ts'
import { writeParty } from './party.ts'
import { GUIYANG } from './place.ts'
import { enterPosts } from './posts.ts'
import { writeSupport } from './support.ts'
import { writeVolunteers } from './volunteers.ts'

/** 贵阳市云岩区 in the first half of 2024, with some of the half-years around it. */
export const yunyan: Scenario = {
  code: 'yunyan',
  documents: ['002'],
  regions: ['520103'],
  office: GUIYANG as UnitCode,
  write: async (ground) => {
    writeParty(ground)
    writeVolunteers(ground)
    writeCare(ground)
    writeMemorial(ground)
    writeEmployment(ground)
    writeHonour(ground)
    await writeSupport(ground)
  },
  act: enterPosts,
}
