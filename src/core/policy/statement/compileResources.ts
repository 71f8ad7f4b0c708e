import type { Context } from '../language/context.ts'
import { ANY_MANY, ANY_ONE, type Matcher, matcherOf } from '../language/glob.ts'
import { compileTemplate, type LanguageVersion, readTemplate } from '../language/template.ts'
import { either, NO, type Ternary, YES } from '../language/ternary.ts'

/** What decides whether a resource is one of `texts`. */
export function compileResources(texts: readonly string[], version: LanguageVersion) {
  const tests = texts.map((text) =>
    compileTemplate(readTemplate(text, version, true), compileResource, (matches, resource) => matches(resource)),
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
 * A wildcard stays within its part of the ARN, except for a `*` that ends one, and in the last part. Case counts. Source: IAM guide, JSON policy
 * elements, Resource ("if the * wildcard is the last character of a resource ARN segment, it can expand to match beyond the colon boundaries").
 */
function compileResource(glob: string): Matcher {
  const stays = [...glob].map((_, at) => staysWithin(glob, at))
  return stays.includes(true) ? (text) => isLike(text, glob, stays) : matcherOf(glob)
}

function staysWithin(glob: string, at: number): boolean {
  const letter = glob[at]
  if (letter !== ANY_ONE && letter !== ANY_MANY) return false
  const colons = glob.slice(0, at).split(':').length - 1
  const endsPart = at + 1 === glob.length || glob[at + 1] === ':'
  return colons < 5 && !(letter === ANY_MANY && endsPart)
}

/** As `matcherOf`, for wildcards that no colon may be taken for: all places in the glob that the text so far may have led to, letter by letter. */
function isLike(text: string, glob: string, stays: readonly boolean[]): boolean {
  let places = openStars([0], glob)
  for (const letter of text) {
    const next: number[] = []
    for (const at of places) {
      const wanted = glob[at]
      const barred = stays[at] && letter === ':'
      if (wanted === ANY_MANY) next.push(...(barred ? [] : [at]))
      else if (wanted === letter || (wanted === ANY_ONE && !barred)) next.push(at + 1)
    }
    places = openStars(next, glob)
    if (places.size === 0) return false
  }
  return places.has(glob.length)
}

function openStars(places: readonly number[], glob: string): Set<number> {
  const open = new Set<number>()
  for (let at of places) {
    while (glob[at] === ANY_MANY) open.add(at++)
    open.add(at)
  }
  return open
}
