import { MOST_CHARACTERS, parseDesign, parseDesignValue } from '../model/parse/parseDesign.ts'
import { isFields } from './fields.ts'
import type { Source } from './source.ts'

/** A file of Hopwise’s own. */
export const designSource: Source = {
  fits: ([file, ...more]) => more.length === 0 && isFields(file?.value) && 'format' in file.value,
  read(files) {
    const [{ text, value, problem, remarks } = { text: '', value: null, problem: 'no file', remarks: [] }] = files
    // A key that stands twice: which of the two was meant, nobody can tell.
    const [twice, ...more] = remarks.map((message) => ({ path: '', message: `${message}.` }))
    if (twice) return { ok: false, refusal: [twice, ...more] }
    // What is too long, or no JSON, is looked at again: it is told where.
    const isRead = problem === null && text.length <= MOST_CHARACTERS
    const result = isRead ? parseDesignValue(value) : parseDesign(text)
    return result.ok ? { ok: true, design: result.design, report: null } : { ok: false, refusal: result.problems }
  },
}
