import { remember } from '../../../base/remember.ts'
import { listWords } from '../../../base/words.ts'
import type { ImportPlace } from '../../report.ts'
import { isUnknown } from '../isUnknown.ts'
import type { Evaluated, Stack, StackResource } from '../stack.ts'
import { createContext } from './evaluateNode.ts'
import { type Declared, type Frame, NO_VALUE } from './frame.ts'
import { hopwiseOf } from './hopwiseOf.ts'
import { STACK } from './openFrames.ts'

/** Everything that a frame comes to; what its conditions switch off, and what it cannot tell, is told to it. */
export function stackOf(frame: Frame): Stack {
  const { template, prefix, account, region } = frame
  const off = new Map<string, string[]>()
  const resources: StackResource[] = []
  for (const resource of frame.resources().values()) {
    const { logicalId, type, condition } = resource
    const isThere = frame.isThere(resource)
    if (isThere === false) {
      remember(off, condition!, (): string[] => []).push(logicalId)
      continue
    }
    if (isUnknown(isThere))
      frame.tell(
        'assumed',
        `${prefix}${logicalId}: it is taken to be there; its condition is not known: ${isThere.unknown}`,
        logicalId,
      )
    if (type === STACK) {
      if (!frame.nested(resource))
        frame.tell(
          'unknown',
          `${prefix}${logicalId}: what this nested stack makes is not known; its template is not among the files`,
          logicalId,
        )
      continue
    }
    resources.push(evaluated(frame, resource))
  }
  for (const [condition, ids] of off)
    frame.tell(
      'unused',
      `The condition ${condition} is false, so that ${listWords(ids)} ${ids.length === 1 ? 'is' : 'are'} not there`,
      null,
    )
  const orgId = hopwiseOf(template, 'orgId')
  return {
    file: template.file,
    prefix,
    account,
    region,
    resources,
    metadata: {
      orgId: typeof orgId === 'string' ? orgId : null,
      ids: frame.ids,
      scps: levelsOf(frame, 'scps'),
      rcps: levelsOf(frame, 'rcps'),
      isManagement: hopwiseOf(template, 'isManagement', 'managementAccount') === true,
    },
  }
}

/** Levels of policies that a template says; what they refer to is called there as AWS calls it, as in every policy. */
function levelsOf(frame: Frame, name: 'scps' | 'rcps'): Evaluated {
  const node = hopwiseOf(frame.template, name)
  const levels = createContext(frame, { physical: true }).evaluate(node)
  return levels === NO_VALUE ? null : levels
}

function evaluated(frame: Frame, resource: Declared): StackResource {
  const { logicalId, type, dependsOn } = resource
  const properties = Object.keys(resource.properties).flatMap((name): [string, Evaluated][] => {
    const value = frame.property(resource, name, false)
    return value === NO_VALUE ? [] : [[name, value]]
  })
  return {
    logicalId,
    id: `${frame.prefix}${logicalId}`,
    type,
    properties: Object.fromEntries(properties),
    dependsOn,
    place: placeIn(frame, logicalId),
    account: frame.resourceAccounts[logicalId] ?? frame.account,
    region: frame.region,
    ...(Object.hasOwn(frame.ids, logicalId) && { awsId: frame.ids[logicalId]! }),
  }
}

/** Where a template says something; null = nowhere in particular. */
export function placeIn({ template: { file, lines } }: Pick<Frame, 'template'>, key: string | null): ImportPlace {
  const line = key === null ? undefined : lines.get(`Resources/${key}`)
  return { file, key, index: null, ...(line === undefined ? {} : { line }) }
}
