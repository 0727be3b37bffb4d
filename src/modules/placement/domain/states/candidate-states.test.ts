import { describe, expect, test } from 'vitest'
import { CANDIDATE_STATES, type CandidateState, type CandidateStep, EXIT_STATES, exitsFrom, STEPS, stateAfter } from './candidate-states.ts'

describe('the way of a candidate', () => {
  test('leads from the announcement to the rank, one step after another', () => {
    const steps: CandidateStep[] = ['receiveFile', 'report', 'decide', 'score', 'publish', 'rank']

    const states: (CandidateState | undefined)[] = ['announced']
    for (const step of steps) states.push(stateAfter(states.at(-1) ?? 'announced', step))

    expect(states).toEqual(['announced', 'fileReceived', 'reported', 'eligibilityDecided', 'scored', 'scorePublished', 'ranked'])
  })

  test('nothing is ranked that was not published, and nothing published that was objected to', () => {
    expect(stateAfter('scored', 'rank')).toBeUndefined()
    expect(stateAfter('objected', 'publish')).toBeUndefined()
    expect(stateAfter('objected', 'rank')).toBeUndefined()
  })

  test('after the rank no score is drawn and no way decided', () => {
    expect(stateAfter('ranked', 'score')).toBeUndefined()
    expect(stateAfter('scorePublished', 'score')).toBeUndefined()
    expect(stateAfter('ranked', 'decide')).toBeUndefined()
    expect(stateAfter('ranked', 'object')).toBeUndefined()
  })

  test.each(EXIT_STATES)('from %s nobody comes back', (state) => {
    const steps = Object.keys(STEPS) as CandidateStep[]

    expect(steps.filter((step) => stateAfter(state, step) !== undefined)).toEqual([])
  })

  test('who has a post does not leave the way any more; who reported is not late', () => {
    expect(exitsFrom('picked')).toEqual([])
    expect(exitsFrom('reported')).not.toContain('waiveLate')
    expect(exitsFrom('announced')).toContain('waiveLate')
  })

  test('with a post it leads on by the letter and the start to the visit half a year later, one after another', () => {
    expect(stateAfter('picked', 'issueLetter')).toBe('letterIssued')
    expect(stateAfter('letterIssued', 'notStarted')).toBe('letterIssued')
    expect(stateAfter('letterIssued', 'start')).toBe('onDuty')
    expect(stateAfter('onDuty', 'followUp')).toBe('followedUp')
    expect(stateAfter('picked', 'start')).toBeUndefined()
    expect(stateAfter('letterIssued', 'followUp')).toBeUndefined()
    expect(stateAfter('onDuty', 'notStarted')).toBeUndefined()
    expect(exitsFrom('letterIssued')).toEqual(['waiveRefused'])
    expect(exitsFrom('onDuty')).toEqual([])
  })

  test('every step leads into a state that there is', () => {
    for (const { to } of Object.values(STEPS)) expect(CANDIDATE_STATES).toContain(to)
  })
})
