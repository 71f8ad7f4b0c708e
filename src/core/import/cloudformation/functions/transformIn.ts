import { listWords } from '../../../base/words.ts'
import { plain } from '../../fields.ts'
import type { Template } from '../template/readTemplate.ts'
import { asSection } from '../template/section.ts'

/** A transform, or several in one place, as a report names them: that of a file with the file. */
export function transformIn(call: unknown): string {
  if (Array.isArray(call)) return listWords((call as readonly unknown[]).slice(0, 5).map(transformIn))
  const { Name, Parameters } = asSection(call)
  const { Location } = asSection(Parameters)
  const name = typeof Name === 'string' ? `the transform ${plain(Name, 60)}` : 'a transform'
  return typeof Location === 'string' ? `${name} of ${plain(Location, 120)}` : name
}

/** What else may make what a section does not have, as the end of a clause. */
export function unlessMade(template: Template, section: 'mappings' | 'parameters' | 'conditions' | 'outputs'): string {
  const inside =
    template[section]['Fn::Transform'] ?? (section === 'parameters' ? template.resources['Fn::Transform'] : undefined)
  const whole = template.transforms.find((one) => typeof one !== 'string' || !KNOWN_TRANSFORMS.has(one))
  const maker =
    inside !== undefined ? transformIn(inside) : whole === undefined ? null : transformIn({ Name: nameOf(whole) })
  return maker === null ? '' : `, unless ${maker} makes it`
}

/** Transforms of whole templates that are worked out here. */
export const KNOWN_TRANSFORMS: ReadonlySet<string> = new Set(['AWS::Serverless-2016-10-31', 'AWS::LanguageExtensions'])
const nameOf = (transform: unknown): unknown => (typeof transform === 'string' ? transform : asSection(transform).Name)
