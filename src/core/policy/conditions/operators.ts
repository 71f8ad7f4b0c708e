import { address } from './address.ts'
import { arn } from './arn.ts'
import { binary } from './binary.ts'
import { boolean } from './boolean.ts'
import { dated } from './dated.ts'
import { numeric } from './numeric.ts'
import type { Comparison, Operator } from './operator.ts'
import { equal, equalIgnoringCase, like } from './strings.ts'

const is = (comparison: Comparison): Operator => ({ comparison, negated: false })
const isNot = (comparison: Comparison): Operator => ({ comparison, negated: true })

/** Each condition operator but `Null`, which asks whether a key is carried and not what it holds. Source: IAM guide, condition operators. */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  StringEquals: is(equal),
  StringNotEquals: isNot(equal),
  StringEqualsIgnoreCase: is(equalIgnoringCase),
  StringNotEqualsIgnoreCase: isNot(equalIgnoringCase),
  StringLike: is(like),
  StringNotLike: isNot(like),
  NumericEquals: is(numeric((a, b) => a === b)),
  NumericNotEquals: isNot(numeric((a, b) => a === b)),
  NumericLessThan: is(numeric((a, b) => a < b)),
  NumericLessThanEquals: is(numeric((a, b) => a <= b)),
  NumericGreaterThan: is(numeric((a, b) => a > b)),
  NumericGreaterThanEquals: is(numeric((a, b) => a >= b)),
  DateEquals: is(dated((a, b) => a === b)),
  DateNotEquals: isNot(dated((a, b) => a === b)),
  DateLessThan: is(dated((a, b) => a < b)),
  DateLessThanEquals: is(dated((a, b) => a <= b)),
  DateGreaterThan: is(dated((a, b) => a > b)),
  DateGreaterThanEquals: is(dated((a, b) => a >= b)),
  Bool: is(boolean),
  BinaryEquals: is(binary),
  IpAddress: is(address),
  NotIpAddress: isNot(address),
  ArnEquals: is(arn),
  ArnLike: is(arn),
  ArnNotEquals: isNot(arn),
  ArnNotLike: isNot(arn),
}
