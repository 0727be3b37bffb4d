import type { UnitCode } from '../../../src/kernel/region-code.ts'
import type { Scenario } from '../scenario.ts'
import { writeEmployment } from './employment.ts'
import { writeMethods } from './methods.ts'
import { writeNetwork } from './network.ts'
import { QUJING } from './place.ts'

/** 云南省曲靖市 up to March 2025: its whole network at four tiers, and what it is known for. */
export const qujing: Scenario = {
  code: 'qujing',
  documents: ['004'],
  regions: ['5303'],
  office: QUJING as UnitCode,
  tables: ['network.service_units'],
  write: async (ground) => {
    await writeNetwork(ground)
    writeEmployment(ground)
    writeMethods(ground)
  },
}
