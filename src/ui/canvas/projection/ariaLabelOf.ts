import { definitions } from '../../../core/model/index.ts'
import { sayBadge } from './badgeOf.ts'
import type { ContainerData, LeafData } from './canvasNodes.ts'
import type { Light } from './highlightsFor.ts'

const LIGHT_WORDS: Readonly<Record<Light['state'], string>> = {
  passed: 'on the way of the request',
  consulted: 'asked on the way',
  delivered: 'the request arrives here',
  refused: 'refuses the request',
  unknown: 'cannot be told here',
}

/** What a screen reader says of a node: name, kind, its values, where it lies, its findings, its part in the verdict. */
export function ariaLabelOf(data: LeafData | ContainerData): string {
  const { construct, path, detail, tag, badge, mark, light } = data
  const { title } = definitions[construct.kind]
  const isPublic = 'isPublic' in data && data.isPublic
  const kind = construct.kind === 'subnet' ? `${isPublic ? 'public' : 'private'} subnet` : title
  const values = detail === kind ? '' : detail.replaceAll(' · ', ', ')
  const owner = 'owner' in data && data.owner !== null && `of ${data.owner}`
  const parts = [
    construct.name,
    kind,
    values,
    owner,
    tag?.meaning,
    badge && sayBadge(construct, badge),
    path && `in ${path}`,
  ]
  if (mark)
    parts.push(
      mark.count === 1 ? `one finding, ${mark.severity}` : `${mark.count} findings, the gravest is ${mark.severity}`,
    )
  if (light) parts.push(light.beyond ? `the request arrives at ${light.beyond}` : LIGHT_WORDS[light.state])
  return parts.filter(Boolean).join(', ')
}
