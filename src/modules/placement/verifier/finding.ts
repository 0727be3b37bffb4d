/** What a verifier finds wrong: where in the record, what stands there and what should. */
export interface Finding {
  readonly code: FindingCode
  /** The field, as `opening.candidates[3].composite`; empty: the whole record. */
  readonly at: string
  readonly said?: string | number
  readonly due?: string | number
  /** Why a turn may not be taken so. */
  readonly why?: string
}

export type FindingCode =
  | 'text'
  | 'shape'
  | 'names'
  | 'rules'
  | 'score-line'
  | 'score-sum'
  | 'composite'
  | 'fact'
  | 'draw-day'
  | 'shares'
  | 'distance'
  | 'leaf'
  | 'commitment'
  | 'commitment-published'
  | 'draw-published'
  | 'seed'
  | 'lots'
  | 'order'
  | 'chain'
  | 'cut-short'
  | 'step'
  | 'outcome'
  | 'stability'
  | 'optimum'
  | 'equal-optimum'
  | 'seal'
  | 'seal-published'
  | 'link-published'
  | 'receipt'

export const wrong = (code: FindingCode, at: string, more: Omit<Finding, 'code' | 'at'> = {}): Finding => ({ code, at, ...more })
