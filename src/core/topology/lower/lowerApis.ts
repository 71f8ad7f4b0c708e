import { parseDnsName } from '../../net/dnsName.ts'
import type { ApiNet } from '../apiNet.ts'
import type { Lower } from './building.ts'

/** APIs by the names that API Gateway knows them by. Of two with one name the first counts. */
export const lowerApis: Lower<'api-gateway-api'> = ({ apis, byKind, catalogue }, constructs) => {
  const codes = new Map(byKind.region.map(({ id, code }) => [id, code]))
  for (const { id, region, apiId, endpointType, endpoints, customDomains, defaultEndpoint } of constructs) {
    const code = codes.get(region)
    const entry = catalogue.regions.find((one) => one.code === code)
    if (!entry) continue
    const defaultName = `${apiId.toLowerCase()}.execute-api.${entry.code}.${entry.dnsSuffix}`
    const api: ApiNet = {
      id,
      isPrivate: endpointType === 'private',
      endpoints: new Set(endpoints),
      defaultName,
      defaultEndpoint,
    }
    for (const name of [defaultName, ...customDomains.flatMap((text) => parseDnsName(text) ?? [])])
      if (!apis.has(name)) apis.set(name, api)
  }
}
