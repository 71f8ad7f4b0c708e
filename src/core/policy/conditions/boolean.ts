import { compileTemplate, readTemplate } from '../language/template.ts'
import type { Comparison } from './operator.ts'

const WORDS = new Set(['true', 'false'])
/** `Bool`. Source: IAM guide, Boolean condition operators. */
export const boolean: Comparison = {
  reads: '“true” or “false”',
  compile(text, version) {
    const template = readTemplate(text, version, false)
    if (template.fixed !== null && !WORDS.has(template.fixed.toLowerCase())) return null
    return compileTemplate(
      template,
      (said) => said.toLowerCase(),
      (said, value) => said === value.toLowerCase(),
    )
  },
}
