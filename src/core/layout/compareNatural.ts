import { compareText } from '../base/order.ts'

const NUMBERED = /^(.*?)(\d{1,9})$/

/** Orders ids as people count: `subnet-2` before `subnet-10`. */
export function compareNatural(a: string, b: string): number {
  const left = NUMBERED.exec(a)
  const right = NUMBERED.exec(b)
  if (left && right && left[1] === right[1]) return Number(left[2]) - Number(right[2]) || compareText(a, b)
  return compareText(a, b)
}
