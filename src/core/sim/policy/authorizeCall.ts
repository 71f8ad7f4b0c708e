import type { ApiCall } from '../../model/design.ts'
import { accessOf } from '../../topology/access/accessOf.ts'
import type { Topology } from '../../topology/topology.ts'
import type { Asked } from './asked.ts'
import { authorizeAsked } from './authorizeAsked.ts'
import { accessPointKeys, bucketArn } from './bucketBehind.ts'
import { judgeQuestion } from './creating/judgeQuestion.ts'
import { questionsAbout } from './creating/questionsAbout.ts'
import { findResource } from './findResource.ts'
import { givenKeys } from './givenKeys.ts'
import type { Judged } from './judged.ts'
import { keyBehind } from './keyBehind.ts'
import type { PathFacts } from './pathFacts.ts'
import { whoCalls } from './whoCalls.ts'

/**
 * Judges the call of a request by all policies that bear on it: the call itself, that of the bucket behind an access point, and that of the key which
 * the bucket is encrypted with; of a call that makes a drawn endpoint, each resource that it is about. A text says why nobody can.
 */
export function authorizeCall(
  topology: Topology,
  client: string | null,
  call: ApiCall,
  path: PathFacts,
): readonly Judged[] | string {
  const { action, resource, principal: named, context, session } = call
  const access = accessOf(topology)
  const caller = whoCalls(access, client === null ? undefined : topology.design.constructs[client], named)
  if (typeof caller === 'string') return caller
  const given = givenKeys(context)
  const base = { topology, access, caller, path, given, session }
  const questions = questionsAbout(topology, access, call)
  if (questions !== null) return questions.map((one) => judgeQuestion(base, one))
  const found = findResource(access, resource)
  const point = found.kind === 'drawn' ? found.resource.accessPoint : null
  const keys = found.kind === 'drawn' && point ? accessPointKeys(found.resource, point) : {}
  const first: Asked = { action, found, by: null, keys, behindAccessPoint: false }
  const judge = (asked: Asked, before?: Judged): Judged =>
    authorizeAsked({ ...base, asked, before: before?.authorization })
  const judged = [judge(first)]
  let atBucket = first
  if (found.kind === 'drawn' && point) {
    const arn = bucketArn(found.resource, point, found.arn)
    atBucket = { ...first, found: { kind: 'drawn', resource: point.bucket, arn }, behindAccessPoint: true }
    judged.push(judge(atBucket, judged[0]))
  }
  const atKey = atBucket.found.kind === 'drawn' ? keyBehind(access, atBucket.found.resource, atBucket, given) : null
  if (atKey) judged.push(judge(atKey))
  return judged
}
