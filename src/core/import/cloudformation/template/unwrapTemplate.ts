import { type ParsedFile, parseFile } from '../../parseFile.ts'
import { isTemplate } from './isTemplate.ts'
import { isSection } from './section.ts'

/** A template as it stands in what `aws cloudformation get-template` prints: an object, or a text; null where a file is neither that nor a template. */
export function unwrapTemplate(file: ParsedFile): ParsedFile | null {
  if (isTemplate(file)) return file
  const { TemplateBody: body } = isSection(file.value) ? file.value : {}
  const inner = typeof body === 'string' ? parseFile({ path: file.path, text: body }) : { ...file, value: body }
  return body !== undefined && isTemplate(inner) ? inner : null
}
