import { constructOfKind } from '../../model/containment.ts'
import { makePart } from './part.ts'
import { addRemark, type Planner, wantConstruct } from './planning.ts'
import { planPolicy } from './planPolicy.ts'

/** A REST API without anything in it: what it answers is no matter of networks. */
export const apiGatewayApi: Planner<'api-gateway-api'> = (construct, planning) => {
  const isPrivate = construct.endpointType === 'private'
  const endpoints = isPrivate
    ? construct.endpoints.flatMap((id) => {
        const endpoint = constructOfKind(planning.design, id, 'interface-endpoint')
        return endpoint ? [wantConstruct(planning, endpoint)] : []
      })
    : []
  addRemark(
    planning,
    construct,
    `the API is made empty, with an ID that AWS chooses: it answers once it has methods${isPrivate && construct.policy === null ? ', a resource policy that lets its endpoints in,' : ''} and a stage.`,
  )
  const plan = construct.policy === null ? null : planPolicy(planning, construct, construct.policy, 'made')
  const needs = [...endpoints, ...(plan?.needs ?? [])]
  return [makePart('api', construct, null, needs, { endpoints, policy: plan?.policy ?? null })]
}
