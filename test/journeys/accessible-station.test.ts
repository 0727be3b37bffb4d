import { describeAccessible } from './accessible-pages.ts'
import { DESK } from './open-journey.ts'

describeAccessible('the desk', DESK)
