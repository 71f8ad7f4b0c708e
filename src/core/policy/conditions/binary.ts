import { asTernary } from '../language/ternary.ts'
import type { Comparison } from './operator.ts'

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
/** `BinaryEquals`: byte by byte, both in Base64, which has one way to write each. Source: IAM guide, binary condition operators. */
export const binary: Comparison = {
  reads: 'Base64',
  compile: (text) => (BASE64.test(text) ? (value) => asTernary(value === text) : null),
}
