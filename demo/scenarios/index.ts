import { chongqing } from './chongqing/scenario.ts'
import { guangdong } from './guangdong/scenario.ts'
import { qujing } from './qujing/scenario.ts'
import type { Scenario } from './scenario.ts'
import { yunyan } from './yunyan/scenario.ts'

/** Every scenario there is. */
export const scenarios: readonly Scenario[] = [chongqing, yunyan, guangdong, qujing]
