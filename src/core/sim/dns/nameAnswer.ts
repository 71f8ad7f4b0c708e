import type { PublicHost } from '../../aws/findPublicHost.ts'
import type { ConstructId, ConstructOf } from '../../model/kinds/registry.ts'
import { type Address, isIp4 } from '../../net/address.ts'
import type { Origin } from '../../topology/origin.ts'
import type { EndpointNet, Eni, TopologyGap } from '../../topology/topology.ts'
import type { Code } from '../codes.ts'
import type { NameSource, Note } from '../verdict.ts'

/** One address that a name leads to. `eni` where it is an endpoint's interface. */
export interface Answer {
  readonly address: Address
  readonly eni: Eni | null
}
/** What a resolver says. `answers` empty with outcome `answered` cannot happen. */
export interface NameAnswer {
  readonly outcome: 'answered' | 'no-such-name' | 'unknown'
  readonly code: Code | null
  /** Where the design says so; null where it is the way of AWS or of the internet. */
  readonly decidedBy: Origin | null
  readonly source: NameSource | null
  readonly answers: readonly Answer[]
  /** The name that this one stands for (CNAME), to be asked for next. */
  readonly leadsTo: string | null
  readonly endpoint: EndpointNet | null
  /** The AWS service whose public name it is. */
  readonly service: PublicHost | null
  /** The drawn host or AWS service behind the name. */
  readonly owner: ConstructId | null
  readonly host: ConstructOf<'internet-host'> | null
  /** Words for the range that the answers stand for. */
  readonly rangeOf: string | null
  /** An answer that the design means and that could not be lowered. */
  readonly gap: TopologyGap | null
  /** Something that is not known and that might make the answer another one. */
  readonly doubt: Note | null
  /** Whether all classes of the range are answered at some time (S3, DynamoDB), or just one that nobody can name. */
  readonly everyClass: boolean
}

export const NO_ANSWER: NameAnswer = {
  outcome: 'no-such-name',
  code: null,
  decidedBy: null,
  source: null,
  answers: [],
  leadsTo: null,
  endpoint: null,
  service: null,
  owner: null,
  host: null,
  rangeOf: null,
  gap: null,
  doubt: null,
  everyClass: true,
}

/** The addresses of interfaces, of the families that there are records for. */
export function addressesOf(enis: readonly Eni[], families: readonly (4 | 6)[]): readonly Answer[] {
  const has = (address: Address | null): address is Address =>
    address !== null && families.includes(isIp4(address) ? 4 : 6)
  return enis.flatMap((eni) => [eni.address, eni.address6].filter(has).map((address) => ({ address, eni })))
}

/** Names that services give addresses of both families. */
export const isDualStackName = (name: string): boolean =>
  name.includes('.dualstack.') || /\.(api|on)\.(aws|amazonwebservices\.[a-z.]+)$/.test(name)

/** Where an endpoint's design says what its answers rest on. VPCs that are associated with a service network have a row there; names of resources are made by VPC Lattice. */
export function placeIn({ id, enis, regionalName }: EndpointNet, field: 'dnsLabel' | 'privateDns' | 'subnets'): Origin {
  const row = enis[0]?.subnet.virtual ? enis[0].origin.path : null
  if (row) return { construct: id, path: field === 'privateDns' ? [...row, field] : row }
  return { construct: id, path: field === 'dnsLabel' && regionalName.includes(RESOURCES) ? [] : [field] }
}
/** Source: AWS PrivateLink guide, DNS names of VPC resources. */
export const RESOURCES = '.vpc-lattice-rsc.'

/** What an endpoint's interfaces answer: nothing where it has none. */
export const answerOfEndpoint = (endpoint: EndpointNet, answers: readonly Answer[], base: NameAnswer): NameAnswer =>
  answers.length > 0
    ? { ...base, endpoint, outcome: 'answered', answers }
    : {
        ...base,
        endpoint,
        code: 'DNS_NO_ENDPOINT_INTERFACES',
        decidedBy: placeIn(endpoint, 'subnets'),
      }

/** What AWS would not make answers no name: which answer comes instead hangs on what is made in its place. */
export const refusalOf = ({ refusal }: EndpointNet): Note | null =>
  refusal && !refusal.ofPrivateDns
    ? { code: 'AWS_REFUSES', at: refusal.at, values: { message: refusal.message } }
    : null

/** A setting of a VPC that an import did not know. */
export const unknownSetting = (vpc: ConstructId, field: 'dnsSupport' | 'dnsHostnames'): Note => ({
  code: 'DNS_SETTING_NOT_KNOWN',
  at: { construct: vpc, path: [field] },
  values: {},
})
