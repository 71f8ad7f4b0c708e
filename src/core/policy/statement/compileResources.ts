import type { Context } from '../language/context.ts'
import { ANY_MANY, isWild, type Matcher, matcherOf } from '../language/glob.ts'
import { compileTemplate, type LanguageVersion, readTemplate } from '../language/template.ts'
import { either, NO, type Ternary, YES } from '../language/ternary.ts'

/** What decides whether a resource is one of `texts`. */
export function compileResources(texts: readonly string[], version: LanguageVersion) {
  const tests = texts.map((text) =>
    compileTemplate(readTemplate(wholeArn(text), version, true), compileResource, (fits, resource) => fits(resource)),
  )
  return (resource: string, context: Context): Ternary => {
    let found: Ternary = NO
    for (const test of tests) {
      found = either(found, test(resource, context))
      if (found === YES) return YES
    }
    return found
  }
}

/**
 * What API Gateway makes of `execute-api:/stage/GET/pets` when it keeps a policy: the ARN of the API, whose id has ten letters. Source: API Gateway
 * guide, resource policies.
 */
const wholeArn = (text: string): string =>
  text.startsWith('execute-api:/') ? `arn:*:execute-api:*:*:??????????${text.slice('execute-api:'.length)}` : text

/**
 * A wildcard stays within its part of the ARN, except for a `*` that ends one, and in the last part. Case counts. Source: IAM guide, JSON policy
 * elements, Resource ("if the * wildcard is the last character of a resource ARN segment, it can expand to match beyond the colon boundaries").
 */
function compileResource(glob: string): Matcher {
  const parts = glob.split(':')
  const heads = parts.slice(0, 5)
  if (!heads.some(hasStaying)) return matcherOf(glob)
  const tail = parts.length > 5 ? matcherOf(parts.slice(5).join(':')) : null
  const compiled = heads.map(compileHead)
  return (text) => isLike(text, compiled, tail)
}

/** One of the first five parts of a pattern. */
interface Head {
  readonly matches: Matcher
  /** It ends in a `*`, which may go on over colons. */
  readonly goesOn: boolean
}

const compileHead = (part: string): Head => ({ matches: matcherOf(part), goesOn: part.endsWith(ANY_MANY) })
const hasStaying = (part: string): boolean => isWild(part.endsWith(ANY_MANY) ? part.slice(0, -1) : part)

/** By the places where a part of the text begins: from which of them the last parts of the pattern fit, then those before them, to the first. */
function isLike(text: string, heads: readonly Head[], tail: Matcher | null): boolean {
  const starts = [0]
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) starts.push(at + 1)
  const count = starts.length
  // what fits at the end of the text: nothing more, where the pattern has no more
  let fits: readonly boolean[] = starts.map((start) => tail?.(text.slice(start)) ?? false).concat(tail === null)
  for (const { matches, goesOn } of heads.toReversed()) {
    const now = Array<boolean>(count + 1).fill(false)
    let later = false
    for (let i = count - 1; i >= 0; i--) {
      later ||= fits[i + 1]!
      if (goesOn ? later : fits[i + 1]!) now[i] = matches(text.slice(starts[i], (starts[i + 1] ?? text.length + 1) - 1))
    }
    fits = now
  }
  return fits[0]!
}
