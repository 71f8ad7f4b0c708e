import { constructOfKind } from '../../model/containment.ts'
import { makePart } from './part.ts'
import { addRemark, type Planner, wantConstruct } from './planning.ts'

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
    `the API is made empty, with an ID that AWS chooses: it answers once it has methods${isPrivate ? ', a resource policy that lets its endpoints in,' : ''} and a stage.`,
  )
  return [makePart('api', construct, null, endpoints, { endpoints })]
}
