import { type Construct, definitions } from '../../../core/model/index.ts'
import type { LeafData } from './canvasNodes.ts'
import type { Light } from './highlightsFor.ts'

const LIGHT_WORDS: Readonly<Record<Light['state'], string>> = {
  passed: 'on the way of the request',
  consulted: 'asked on the way',
  delivered: 'the request arrives here',
  refused: 'refuses the request',
  unknown: 'cannot be told here',
}

/** What a screen reader says of a node: name, kind, where it lies, its values, its findings, its part in the verdict. */
export function ariaLabelOf(
  construct: Construct,
  data: Pick<LeafData, 'detail' | 'tag' | 'mark' | 'light'>,
  path: string,
  isPublic: boolean,
): string {
  const title = definitions[construct.kind].title
  const kind = construct.kind === 'subnet' ? `${isPublic ? 'public' : 'private'} subnet` : title
  const { mark, light, detail, tag } = data
  const parts = [
    construct.name,
    kind,
    detail === kind ? '' : detail.replaceAll(' · ', ', '),
    tag?.meaning,
    path && `in ${path}`,
  ]
  if (mark)
    parts.push(
      mark.count === 1 ? `one finding, ${mark.severity}` : `${mark.count} findings, the gravest is ${mark.severity}`,
    )
  if (light) parts.push(LIGHT_WORDS[light.state])
  return parts.filter(Boolean).join(', ')
}
