import { asFields, asFlag, asId, asIds, asText, asTexts } from '../../fields.ts'
import type { Importing } from '../../importing.ts'
import { add, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { accountOf, regionOf } from '../../whereabouts.ts'
import { policyOf } from '../policyOf.ts'

/** `apigateway get-rest-apis`, as `RestApis`. Source: API Gateway API, RestApi. */
export function readRestApi(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.Id)
  if (id === null) return skip(importing, entry, null, 'an API without an id')
  const { Types, VpcEndpointIds } = asFields(value.EndpointConfiguration)
  const type = asTexts(Types)[0]?.toLowerCase()
  if (type !== 'private' && type !== 'regional' && type !== 'edge')
    return skip(importing, entry, id, 'its endpoint type is not there')
  add(importing, entry, {
    kind: 'api-gateway-api',
    id,
    name: asText(value.Name) ?? id,
    region: regionOf(importing, entry),
    account: accountOf(importing, entry),
    apiId: id,
    endpointType: type,
    endpoints: asIds(VpcEndpointIds),
    defaultEndpoint: asFlag(value.DisableExecuteApiEndpoint) !== true,
    policy: policyOf(value.Policy),
  })
}
