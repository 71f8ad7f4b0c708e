import { addOffset, formatAddress, isIp4, parseAddress } from '../../net/address.ts'
import { blockOf } from '../../net/block.ts'
import { nextFreeBlock } from '../../net/nextFreeBlock.ts'
import { constructOfKind, listOfKind, regionOf, vpcOf } from '../containment.ts'
import type { Design } from '../design.ts'
import type { ConstructId, ConstructOf } from '../kinds/registry.ts'

const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']
const REGIONS = [
  'us-east-1',
  'eu-west-1',
  'us-west-2',
  'eu-central-1',
  'ap-southeast-2',
  'ap-northeast-1',
  'us-east-2',
  'sa-east-1',
]
const ACCOUNTS = ['111122223333', '444455556666', '777788889999', '123456789012', '210987654321']
const SMALLEST_SUBNET = 28

const blocksOfNetworks = (design: Design): readonly string[] => [
  ...listOfKind(design, 'vpc').flatMap(({ cidrs }) => cidrs),
  ...listOfKind(design, 'on-premises-network').flatMap(({ cidrs }) => cidrs),
]

/** A /16 that no network of the design touches; 10.0.0.0/16 where all are taken. */
export const nextVpcBlock = (design: Design): string =>
  nextFreeBlock(PRIVATE, blocksOfNetworks(design), 16) ?? '10.0.0.0/16'

/** A /16 for a network outside AWS that no other network touches, from the end of the private space where VPCs come last. */
export const nextOnPremisesBlock = (design: Design): string =>
  nextFreeBlock([...PRIVATE].reverse(), blocksOfNetworks(design), 16) ?? '192.168.0.0/16'

/** The IPv4 blocks of the VPC's subnets. */
export const subnetBlocksOf = (design: Design, vpc: ConstructId): readonly string[] =>
  listOfKind(design, 'subnet')
    .filter((subnet) => vpcOf(design, subnet.id)?.id === vpc)
    .flatMap(({ cidr }) => cidr ?? [])

/** The first free IPv4 block of the VPC: of `length` where there is one, else the largest that is left; null when nothing is. */
export function nextSubnetBlock(vpc: ConstructOf<'vpc'>, taken: readonly string[], length = 24): string | null {
  const blocks = vpc.cidrs.filter((text) => {
    const block = blockOf(text)
    return block !== null && isIp4(block.base)
  })
  for (let size = length; size <= SMALLEST_SUBNET; size++) {
    const found = nextFreeBlock(blocks, taken, size)
    if (found) return found
  }
  return null
}

/** The first zone name that the VPC has no zone for: of its account's map, else by letter; null when all are drawn. */
export function nextZoneName(design: Design, vpc: ConstructOf<'vpc'>): string | null {
  const code = regionOf(design, vpc.id)?.code ?? 'us-east-1'
  const known = Object.keys(constructOfKind(design, vpc.account, 'account')?.zones[code] ?? {}).sort()
  const names = known.length > 0 ? known : [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => code + letter)
  const drawn = new Set(
    listOfKind(design, 'availability-zone')
      .filter((zone) => zone.vpc === vpc.id)
      .map(({ zoneName }) => zoneName),
  )
  return names.find((name) => !drawn.has(name)) ?? null
}

/** A Region that the design does not have yet. */
export function nextRegionCode(design: Design): string {
  const drawn = new Set(listOfKind(design, 'region').map(({ code }) => code))
  return REGIONS.find((code) => !drawn.has(code)) ?? REGIONS[0]!
}

/** One of an endless row of example account IDs. */
export const exampleAccountId = (number: number): string => ACCOUNTS[number] ?? String(number).padStart(12, '0')

/** An example account ID that no account of the design has. */
export function nextAccountId(design: Design): string {
  const taken = new Set(listOfKind(design, 'account').map(({ accountId }) => accountId))
  for (let number = 0; ; number++) {
    const id = exampleAccountId(number)
    if (!taken.has(id)) return id
  }
}

/** An address of the documentation range 203.0.113.0/24 that no internet host and no customer gateway has. */
export function nextHostAddress(design: Design): string {
  const taken = new Set([
    ...listOfKind(design, 'internet-host').flatMap(({ addresses }) => addresses),
    ...listOfKind(design, 'customer-gateway').map(({ ipAddress }) => ipAddress),
  ])
  const first = parseAddress('203.0.113.10')!
  for (let offset = 0; offset < 245; offset++) {
    const text = formatAddress(addOffset(first, offset))
    if (!taken.has(text)) return text
  }
  return formatAddress(first)
}
