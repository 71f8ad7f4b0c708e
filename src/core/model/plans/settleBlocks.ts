import { appendAll } from '../../base/appendAll.ts'
import { groupBy } from '../../base/groupBy.ts'
import { addOffset, isIp4 } from '../../net/address.ts'
import { type Block, blockOf, covers, formatBlock, overlaps } from '../../net/block.ts'
import { nextFreeBlock } from '../../net/nextFreeBlock.ts'
import { applyEdits } from '../applyEdit.ts'
import { listOfKind, vpcOf } from '../containment.ts'
import type { Design } from '../design.ts'
import type { Edit } from '../edit.ts'
import type { ConstructId, ConstructOf } from '../kinds/registry.ts'
import { nextSubnetBlock } from './nextFree.ts'
import { changeOf } from './rewriteFields.ts'

const SPACES_4 = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']

/** Gives moved VPCs blocks that clash with those of no VPC that was there; their subnets keep their places in them. */
export function settleVpcBlocks(design: Design, moved: ReadonlySet<ConstructId>): readonly Edit[] {
  const edits: Edit[] = []
  let at = design
  for (const vpc of listOfKind(design, 'vpc').filter((one) => moved.has(one.id))) {
    const more = moveVpcBlocks(at, moved, vpc)
    appendAll(edits, more)
    at = applyEdits(at, more).design
  }
  return edits
}

/** Gives moved subnets blocks that lie in their VPC and clash with no other subnet there. A text = there is no room. */
export function settleSubnetBlocks(design: Design, moved: ReadonlySet<ConstructId>): readonly Edit[] | string {
  const edits: Edit[] = []
  for (const [vpc, subnets] of subnetsByVpc(design)) {
    const newcomers = subnets.filter((subnet) => moved.has(subnet.id))
    if (newcomers.length === 0) continue
    const taken = subnets.filter((subnet) => !moved.has(subnet.id)).flatMap(blocksOf)
    for (const [index, subnet] of newcomers.entries()) {
      const rest = () => [...taken, ...newcomers.slice(index + 1).flatMap(blocksOf)]
      const cidr =
        subnet.cidr === null || fits(subnet.cidr, vpc.cidrs, taken)
          ? subnet.cidr
          : nextSubnetBlock(vpc, rest(), blockOf(subnet.cidr)!.length)
      if (!cidr && subnet.cidr !== null)
        return `${vpc.name} has no free block left for ${subnet.name}: give it another IPv4 block first`
      const ipv6Cidr =
        subnet.ipv6Cidr === null || fits(subnet.ipv6Cidr, vpc.ipv6Cidrs, taken)
          ? subnet.ipv6Cidr
          : nextFreeBlock(vpc.ipv6Cidrs, rest(), 64)
      appendAll(taken, blocksOf({ cidr, ipv6Cidr }))
      const edit = changeOf(subnet, { cidr, ipv6Cidr })
      if (edit) edits.push(edit)
    }
  }
  return edits
}

const subnetsByVpc = (design: Design): ReadonlyMap<ConstructOf<'vpc'>, readonly ConstructOf<'subnet'>[]> =>
  groupBy(listOfKind(design, 'subnet'), ({ id }) => vpcOf(design, id))

const blocksOf = ({ cidr, ipv6Cidr }: Pick<ConstructOf<'subnet'>, 'cidr' | 'ipv6Cidr'>): string[] =>
  [cidr, ipv6Cidr].flatMap((block) => block ?? [])

/** Whether a subnet's block may stay; one that cannot be read stays for the person to see. */
function fits(text: string, within: readonly string[], taken: readonly string[]): boolean {
  const block = blockOf(text)
  return block === null || (within.some((outer) => holds(outer, block)) && !taken.some((other) => touch(block, other)))
}

/** New blocks for a VPC whose own touch those of another that was there, and the same shift for all its subnets. */
function moveVpcBlocks(design: Design, moved: ReadonlySet<ConstructId>, vpc: ConstructOf<'vpc'>): Edit[] {
  const others = listOfKind(design, 'vpc').filter((other) => other.id !== vpc.id)
  const standing = others.filter((other) => !moved.has(other.id))
  const taken = others.flatMap((other) => [...other.cidrs, ...other.ipv6Cidrs])
  const shifts: { readonly from: Block; readonly to: Block }[] = []
  const shifted = (text: string): string => {
    const block = blockOf(text)
    const touches =
      block !== null &&
      standing.some((other) => [...other.cidrs, ...other.ipv6Cidrs].some((theirs) => touch(block, theirs)))
    const free = touches ? nextFreeBlock(spaceOf(block), taken, block.length) : null
    if (!block || !free) return text
    shifts.push({ from: block, to: blockOf(free)! })
    taken.push(free)
    return free
  }
  const cidrs = vpc.cidrs.map(shifted)
  const ipv6Cidrs = vpc.ipv6Cidrs.map(shifted)
  if (shifts.length === 0) return []
  const shiftSubnet = (text: string): string => {
    const block = blockOf(text)
    const shift = block && shifts.find(({ from }) => covers(from, block))
    return block && shift ? formatBlock(shiftBlock(block, shift.from, shift.to)) : text
  }
  const subnets = listOfKind(design, 'subnet').filter((subnet) => vpcOf(design, subnet.id)?.id === vpc.id)
  return [
    { kind: 'change', of: 'vpc', id: vpc.id, fields: { cidrs, ipv6Cidrs } },
    ...subnets.map(
      ({ id, cidr, ipv6Cidr }): Edit => ({
        kind: 'change',
        of: 'subnet',
        id,
        fields: { cidr: cidr && shiftSubnet(cidr), ipv6Cidr: ipv6Cidr && shiftSubnet(ipv6Cidr) },
      }),
    ),
  ]
}

/** Where another block of the same kind may be looked for: the private ranges, or the /32 that an IPv6 block lies in. */
const spaceOf = ({ base }: Block): readonly string[] =>
  isIp4(base) ? SPACES_4 : [formatBlock({ base: [base[0], 0, 0, 0], length: 32 })]

/** The block that lies in `to` as `block` lies in `from`, which has the same size. */
export function shiftBlock(block: Block, from: Block, to: Block): Block {
  if (isIp4(block.base)) return { base: addOffset(to.base, block.base - (from.base as number)), length: block.length }
  const start = from.base as readonly number[]
  const other = to.base as readonly number[]
  const base = block.base.map((word, i) => (other[i]! | (word ^ start[i]!)) >>> 0) as unknown as Extract<
    Block['base'],
    readonly number[]
  >
  return { base, length: block.length }
}

const touch = (block: Block, text: string): boolean => {
  const other = blockOf(text)
  return other !== null && overlaps(block, other)
}

const holds = (text: string, block: Block): boolean => {
  const outer = blockOf(text)
  return outer !== null && covers(outer, block)
}
