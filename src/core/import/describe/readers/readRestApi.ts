import { asFields, asFlag, asId, asIds, asList, asText, asWord } from '../../fields.ts'
import { add, type Importing, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { accountOf, regionOf } from '../../whereabouts.ts'
import { policyOf } from '../policyOf.ts'

/** `apigateway get-rest-apis`, as `RestApis`. Source: API Gateway API, RestApi. */
export function readRestApi(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.Id)
  if (id === null) return skip(importing, entry, null, 'an API without an id')
  const { Types, VpcEndpointIds } = asFields(value.EndpointConfiguration)
  const type = asWord(asList(Types)[0], ['private', 'regional', 'edge'])
  if (type === null) return skip(importing, entry, id, 'its endpoint type is not there')
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
