/** What is known of a claim: no, maybe (it hangs on what nobody said), yes. Kleene's logic: and is the least, or the greatest. */
export type Ternary = 0 | 1 | 2
export const NO = 0
export const MAYBE = 1
export const YES = 2

export const asTernary = (claim: boolean): Ternary => (claim ? YES : NO)
export const not = (claim: Ternary): Ternary => (2 - claim) as Ternary
export const both = (a: Ternary, b: Ternary): Ternary => (a < b ? a : b)
export const either = (a: Ternary, b: Ternary): Ternary => (a > b ? a : b)
