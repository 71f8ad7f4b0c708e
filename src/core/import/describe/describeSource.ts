import { isFields } from '../fields.ts'
import type { Source } from '../source.ts'
import { findDocuments } from './findDocuments.ts'
import { importDescribe, KNOWN } from './importDescribe.ts'

/** What the AWS CLI's `describe-…`, `list-…` and `get-…` calls print: objects of lists, as they are or as other tools keep them. */
export const describeSource: Source = {
  fits: (files) =>
    files.some(({ value }) => !(isFields(value) && 'format' in value) && findDocuments(value, KNOWN).length > 0),
  read(files, title, passedOver) {
    const { design, report } = importDescribe(files, title, passedOver)
    if (Object.keys(report.constructs).length > 0) return { ok: true, design, report }
    const [first] = report.notes
    const why = first ? `; ${first.place ? `${first.place.file}: ` : ''}${first.message}` : ''
    return { ok: false, refusal: `holds nothing of what “aws … describe-…” prints that could be drawn${why}` }
  },
}
