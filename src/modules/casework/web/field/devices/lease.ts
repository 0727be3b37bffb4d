import type { z } from 'zod'
import type { listLeases } from '../../../contract.ts'

/** A village on a device, as the list of them says it. */
export type Lease = z.output<typeof listLeases.output>['rows'][number]
