import { privateNamesOf } from '../aws/findService.ts'
import { constructOfKind, listOfKind } from '../model/containment.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { parseDnsName } from '../net/dnsName.ts'
import { recordName } from '../net/recordName.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { awsServiceOf } from './parts/endpointLife.ts'
import { place } from './parts/place.ts'

type Zone = ConstructOf<'hosted-zone'>

/** Sources: AWS whitepaper on centralized access to VPC private endpoints: apex and wildcard; DynamoDB guide: no overrides of its names. */
export const zoneStandsForService: Check = {
  id: 'zone-stands-for-service',
  severity: 'warning',
  title: 'Own zone for a service that lacks some of its names',
  why: 'A zone of one’s own in the place of private DNS answers only what is in it; a name that it lacks does not exist. Services that use names below their own need a record * too, and AWS advises against such zones for DynamoDB.',
  learnMore:
    'https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/centralized-access-to-vpc-private-endpoints.html',
  *find({ design, catalogue }) {
    for (const zone of listOfKind(design, 'hosted-zone')) {
      const domain = zone.visibility === 'private' ? parseDnsName(zone.domain) : null
      for (const [i, { alias }] of domain === null ? [] : zone.records.entries()) {
        const endpoint = alias === null ? null : constructOfKind(design, alias, 'interface-endpoint')
        const found = endpoint && awsServiceOf({ catalogue }, endpoint)
        if (!endpoint || !found || domain === null) continue
        if (found.entry.name.endsWith('.dynamodb') && domain.startsWith('dynamodb.')) {
          yield {
            at: [place(zone.id, 'records', i), place(endpoint.id)],
            message: `The ${called(design, zone.id)} gives ${domain} the addresses of the ${called(design, endpoint.id)}. DynamoDB’s interface endpoint answers by its own names; AWS advises against overriding the usual one.`,
          }
          break
        }
        const names = privateNamesOf(catalogue, endpoint.service)
        if (!names.includes(`*.${domain}`) || hasWildcard(zone, domain)) continue
        yield {
          at: [place(zone.id, 'records'), place(endpoint.id, 'service')],
          message: `The ${called(design, zone.id)} has no record for *.${domain}, which clients of ${endpoint.service} ask for.`,
          fixes: [
            {
              title: `Add *.${domain} as an alias of the ${called(design, endpoint.id)}`,
              safety: 'safe',
              edits: [
                change('hosted-zone', zone.id, {
                  records: [...zone.records, { name: `*.${domain}`, type: 'A', values: [], alias: endpoint.id }],
                }),
              ],
            },
          ],
        }
        break
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

const hasWildcard = ({ records }: Zone, domain: string): boolean =>
  records.some(({ name }) => recordName(name, domain) === `*.${domain}`)

const example = (wildcard: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const subnets = [b.subnet(vpc, { cidr: '10.0.1.0/24' })]
    const alias = b.interfaceEndpoint(vpc, 'ecr.dkr', { subnets, privateDns: false })
    b.hostedZone('dkr.ecr.us-east-1.amazonaws.com', [vpc], {
      records: [{ name: '@', alias }, ...(wildcard ? [{ name: '*', alias }] : [])],
    })
  })
