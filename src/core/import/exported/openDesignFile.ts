import { MOST_CHARACTERS, parseDesign, parseDesignValue } from '../../model/parse/parseDesign.ts'
import type { ParsedFile } from '../parseFile.ts'
import type { Imported } from '../source.ts'

/** A design file as the design that it is, or everything that keeps it from being one. */
export function openDesignFile({
  text,
  value,
  problem,
  remarks,
}: Pick<ParsedFile, 'text' | 'value' | 'problem' | 'remarks'>): Imported {
  // A key that stands twice: which of the two was meant, nobody can tell.
  const [twice, ...more] = remarks.map((message) => ({ path: '', message: `${message}.` }))
  if (twice) return { ok: false, refusal: [twice, ...more] }
  // What is too long, or no JSON, is looked at again: it is told where.
  const isRead = problem === null && text.length <= MOST_CHARACTERS
  const result = isRead ? parseDesignValue(value) : parseDesign(text)
  return result.ok ? { ok: true, design: result.design, report: null } : { ok: false, refusal: result.problems }
}
