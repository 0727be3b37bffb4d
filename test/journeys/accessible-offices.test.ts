import { describeAccessible } from './accessible-pages.ts'
import { PHONE } from './open-journey.ts'

describeAccessible('a phone', PHONE)
