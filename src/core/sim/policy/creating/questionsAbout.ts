import { constructAt, listConstructs } from '../../../model/containment.ts'
import type { ApiCall, Design } from '../../../model/design.ts'
import type { Construct } from '../../../model/kinds/registry.ts'
import type { AccessNet } from '../../../topology/access/accessNet.ts'
import type { Topology } from '../../../topology/topology.ts'
import { groundOf } from './ground.ts'
import type { Question } from './question.ts'
import { isCreating, isEndpoint, questionsOf } from './questionsOf.ts'

const ARN = /^arn:[^:]*:ec2:[^:]*:[^:]*:vpc-endpoint(?:-service)?\/(.+)$/

/** What a call asks that makes, changes or removes a drawn endpoint or endpoint service; null where it is about none that is drawn. */
export function questionsAbout(
  topology: Topology,
  access: AccessNet,
  { action, resource, session }: Pick<ApiCall, 'action' | 'resource' | 'session'>,
): readonly Question[] | null {
  if (!isCreating(action.toLowerCase())) return null
  const construct = findDrawn(topology.design, ARN.exec(resource)?.[1] ?? resource)
  return construct && questionsOf(groundOf(topology, access, session, false), action, construct)
}

/** Whether a role may be asked to make it. */
export const isMade = (construct: Construct): boolean => isEndpoint(construct) || construct.kind === 'endpoint-service'

/** An endpoint or endpoint service by its construct’s id, by AWS’s own, or by a name that no other one has. */
export function findDrawn(design: Design, named: string): Construct | null {
  const byId = constructAt(design, named)
  if (byId) return isMade(byId) ? byId : null
  const all = listConstructs(design).filter(isMade)
  const withId = all.find(
    (one) => ('awsId' in one && one.awsId === named) || ('serviceId' in one && one.serviceId === named),
  )
  if (withId) return withId
  const called = all.filter(({ name }) => name === named)
  return called.length === 1 ? called[0]! : null
}
