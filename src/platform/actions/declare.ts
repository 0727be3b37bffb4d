import type { z } from 'zod'
import type { ActionContract, ViewContract } from '../../kernel/contract.ts'
import type { RegionCode, UnitCode } from '../../kernel/region-code.ts'
import type { Result } from '../../kernel/result.ts'
import type { Grant } from '../access/grants.ts'
import type { ActionContext, ViewContext } from './context.ts'

/** How a refusal leaves the house: not found, in conflict with what is, or not acceptable as it stands. */
export type RefusalStatus = 404 | 409 | 422

type Place = UnitCode | RegionCode | undefined
type RefusalOf<C> = C extends ActionContract<string, z.ZodType, z.ZodType, infer R> ? z.output<R> : never

export interface ActionParts<C extends ActionContract> {
  /** The permission it needs. */
  readonly grant: Grant
  /**
   * The place it touches. Outside the actor's range, and where it is undefined, the thing does not exist: 404. It may
   * read (the row-level policies hold), never write.
   */
  readonly where: (input: z.output<C['input']>, context: ViewContext) => Place | Promise<Place>
  /** One status a refusal: a new refusal does not compile until it has one. */
  readonly refusals: Readonly<Record<RefusalOf<C> extends { code: infer K extends string } ? K : never, RefusalStatus>>
  readonly run: (context: ActionContext, input: z.output<C['input']>) => Promise<Result<z.input<C['output']>, RefusalOf<C>>>
}

export interface ViewParts<C extends ViewContract> {
  readonly grant: Grant
  readonly where: (input: z.output<C['input']>, context: ViewContext) => Place | Promise<Place>
  readonly run: (context: ViewContext, input: z.output<C['input']>) => Promise<z.input<C['output']> | undefined>
}

/** An action as the spine holds it: the types of its message have been checked where it was declared. */
export interface Action {
  readonly contract: ActionContract
  readonly grant: Grant
  readonly where: (input: unknown, context: ViewContext) => Place | Promise<Place>
  readonly refusals: Readonly<Record<string, RefusalStatus>>
  readonly run: (context: ActionContext, input: unknown) => Promise<Result<unknown, { code: string }>>
}

export interface View {
  readonly contract: ViewContract
  readonly grant: Grant
  readonly where: (input: unknown, context: ViewContext) => Place | Promise<Place>
  readonly run: (context: ViewContext, input: unknown) => Promise<unknown>
}

/**
 * Declares what changes the world, once. Route, OpenAPI, permission check, idempotency, journal leaf, offline replay,
 * facts and probes follow from it.
 */
export const action = <C extends ActionContract>(contract: C, parts: ActionParts<C>): Action =>
  ({ contract, ...parts }) as unknown as Action

/** Declares what only reads. `run` gives undefined where there is nothing to see: the answer is 404. */
export const view = <C extends ViewContract>(contract: C, parts: ViewParts<C>): View => ({ contract, ...parts }) as unknown as View
