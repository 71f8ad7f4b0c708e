import { findPublicHost } from '../../aws/findPublicHost.ts'
import type { EndpointNet, Topology } from '../../topology/topology.ts'
import { addressesOf, answerOfEndpoint, type NameAnswer, NO_ANSWER, refusalOf } from './nameAnswer.ts'

/**
 * Names that associated endpoints give private APIs, `ID-VPCE.execute-api…`: public DNS answers them with the endpoint's interfaces. null where the name is none of
 * a drawn endpoint. Source: API Gateway guide, private APIs, Route 53 alias.
 */
export function resolveApiName(topology: Topology, name: string): NameAnswer | null {
  const [front = ''] = name.split('.')
  if (!front.includes('-') || !findPublicHost(topology.catalogue, name)?.service.endsWith('.execute-api')) return null
  for (const endpoint of topology.endpoints.values()) {
    const own = `-${awsIdOf(endpoint)}`
    if (!endpoint.service.endsWith('.execute-api') || !front.endsWith(own)) continue
    const api = topology.apis.get(name.replace(own, ''))
    const source = 'endpoint-public-dns' as const
    if (api && !(api.isPrivate && api.endpoints.has(endpoint.id)))
      return { ...NO_ANSWER, source, owner: api.id, decidedBy: { construct: api.id, path: ['endpoints'] } }
    return answerOfEndpoint(endpoint, addressesOf(endpoint.enis, endpoint.families.own), {
      ...NO_ANSWER,
      source,
      owner: endpoint.id,
      decidedBy: { construct: api?.id ?? endpoint.id, path: api ? ['endpoints'] : [] },
      gap: endpoint.gap,
      doubt: refusalOf(endpoint),
    })
  }
  // one of an endpoint that is not drawn
  return /-vpce-[0-9a-f]{8,17}$/.test(front) ? { ...NO_ANSWER, outcome: 'unknown', code: 'UNKNOWN_NAME' } : null
}

/** `vpce-ID`: the construct's own id after an import, else what its names begin with. */
const awsIdOf = ({ id, regionalName }: EndpointNet): string =>
  id.startsWith('vpce-') ? id : regionalName.split('.')[0]!.replace(/-[^-]+$/, '')
