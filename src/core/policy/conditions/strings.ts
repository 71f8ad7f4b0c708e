import { matcherOf } from '../language/glob.ts'
import { compileTemplate, readTemplate } from '../language/template.ts'
import type { Comparison } from './operator.ts'

/** `StringEquals`: letter by letter, wildcards stand for themselves. Source: IAM guide, string condition operators. */
export const equal: Comparison = {
  reads: 'a text',
  compile: (text, version) =>
    compileTemplate(
      readTemplate(text, version, false),
      (said) => said,
      (said, value) => said === value,
    ),
}

/** `StringEqualsIgnoreCase`. */
export const equalIgnoringCase: Comparison = {
  reads: 'a text',
  compile: (text, version) =>
    compileTemplate(
      readTemplate(text, version, false),
      (said) => said.toLowerCase(),
      (said, value) => said === value.toLowerCase(),
    ),
}

/** `StringLike`: `*` and `?` are wildcards; case counts. */
export const like: Comparison = {
  reads: 'a text',
  compile: (text, version) =>
    compileTemplate(readTemplate(text, version, true), matcherOf, (matches, value) => matches(value)),
}
