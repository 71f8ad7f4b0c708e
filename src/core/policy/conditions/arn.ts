import { arnParts } from '../language/arnParts.ts'
import { ANY_MANY, type Matcher, matcherOf } from '../language/glob.ts'
import { compileTemplate, readTemplate } from '../language/template.ts'
import type { Comparison } from './operator.ts'

/**
 * `ArnLike` and `ArnEquals`, which are alike: each of the six parts is compared alone, case counts, `*` and `?` stay within a part. A pattern with
 * fewer parts that ends in `*` leaves the rest open. Source: IAM guide, ARN condition operators ("each of the six colon-delimited components of
 * the ARN is checked separately").
 */
export const arn: Comparison = {
  reads: 'an ARN',
  compile(text, version) {
    const template = readTemplate(text, version, true)
    if (template.fixed !== null && partMatchers(template.fixed) === null) return null
    return compileTemplate(template, partMatchers, (parts, value) => {
      const carried = arnParts(value)
      return parts !== null && carried !== null && parts.every((matches, i) => matches(carried[i]!))
    })
  },
}

function partMatchers(glob: string): readonly Matcher[] | null {
  const parts = arnParts(glob)
  if (parts !== null) return parts.map(matcherOf)
  return glob.endsWith(ANY_MANY) ? glob.split(':').map(matcherOf) : null
}
