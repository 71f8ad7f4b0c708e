import { type Construct, type ConstructKind, type ConstructOf, type Design, vpcOf } from '../../../core/model/index.ts'

/** A word on a leaf that changes what it means. */
export interface Tag {
  readonly word: string
  /** The same in full. */
  readonly meaning: string
  /** What AWS makes by itself steps back behind what a person has made. */
  readonly isQuiet?: true
}

type Tagger<K extends ConstructKind> = (construct: ConstructOf<K>, design: Design) => Tag | null

const PRIVATE_DNS: Tag = { word: 'DNS', meaning: 'private DNS is on' }
const PUBLIC: Tag = { word: 'public', meaning: 'has a public address' }
const MAIN: Tag = { word: 'main', meaning: 'main route table of its VPC' }
const EDGE: Tag = { word: 'edge', meaning: 'steers what comes in through a gateway' }
const WAITS: Tag = { word: 'waits', meaning: 'waits to be accepted' }
const DEFAULT: Tag = { word: 'default', meaning: 'default of its VPC', isQuiet: true }

const isWaiting = (state: string) => state === 'pendingAcceptance' || state === 'pending-acceptance'

const taggers: { readonly [K in ConstructKind]?: Tagger<K> } = {
  'interface-endpoint': ({ privateDns, state }) => (isWaiting(state) ? WAITS : privateDns ? PRIVATE_DNS : null),
  'gateway-load-balancer-endpoint': ({ state }) => (isWaiting(state) ? WAITS : null),
  'peering-connection': ({ state }) => (isWaiting(state) ? WAITS : null),
  'transit-gateway-attachment': ({ state }) => (isWaiting(state) ? WAITS : null),
  'network-load-balancer': ({ scheme }) => (scheme === 'internet-facing' ? PUBLIC : null),
  'application-load-balancer': ({ scheme }) => (scheme === 'internet-facing' ? PUBLIC : null),
  client: ({ interfaces }) => (interfaces.some(({ publicIp }) => publicIp !== 'none') ? PUBLIC : null),
  'route-table': ({ id, edgeOf }, design) =>
    edgeOf !== null ? EDGE : vpcOf(design, id)?.mainRouteTable === id ? MAIN : null,
  'security-group': ({ id }, design) => (vpcOf(design, id)?.defaultSecurityGroup === id ? DEFAULT : null),
  'network-acl': ({ id }, design) => (vpcOf(design, id)?.defaultNetworkAcl === id ? DEFAULT : null),
}

/** The tag of a leaf, where it has one. */
export function tagOf<K extends ConstructKind>(construct: ConstructOf<K> & Construct, design: Design): Tag | null {
  const tagger = taggers[construct.kind as K] as Tagger<K> | undefined
  return tagger ? tagger(construct, design) : null
}
