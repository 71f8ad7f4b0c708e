import { plain } from '../../fields.ts'
import { asSection } from '../template/section.ts'

/** A transform as a report names it: that of a file with the file. */
export function transformIn(call: unknown): string {
  const { Name, Parameters } = asSection(call)
  const { Location } = asSection(Parameters)
  const name = typeof Name === 'string' ? `the transform ${plain(Name, 60)}` : 'a transform'
  return typeof Location === 'string' ? `${name} of ${plain(Location, 120)}` : name
}
