import type { z } from 'zod'
import type { steerRound } from '../../contract-rounds.ts'

/** What an officer asks of a round: to open, pause, go on, withdraw a post, end. */
export type Step = z.output<typeof steerRound.input>['step']
