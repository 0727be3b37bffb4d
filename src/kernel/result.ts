/**
 * An answer that may be a refusal. A refusal is something the law or the workflow says ("the offer has expired"); it is
 * a value. A fault is our mistake or the machine's; it is thrown.
 */
export type Result<T, R> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R }

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })

export const refuse = <R>(refusal: R): Result<never, R> => ({ ok: false, refusal })
