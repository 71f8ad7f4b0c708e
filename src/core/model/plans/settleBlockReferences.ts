import { formatAddress, isIp4, parseAddress } from '../../net/address.ts'
import { type Block, blockOf, covers, formatBlock } from '../../net/block.ts'
import { constructAt, vpcOf } from '../containment.ts'
import type { Design } from '../design.ts'
import type { Edit } from '../edit.ts'
import type { Construct, ConstructId } from '../kinds/registry.ts'
import { changeOf } from './rewriteFields.ts'
import { shiftBlock } from './settleBlocks.ts'

/** A block that a copy was given in place of the original's. */
interface Shift {
  readonly vpc: ConstructId | null
  readonly from: Block
  readonly to: Block
}

/** Fields that are no address of anything, and those that have been settled by now. */
const SETTLED: ReadonlySet<string> = new Set(['id', 'name', 'description', 'cidrs', 'ipv6Cidrs'])

/**
 * Makes rules, routes and addresses of the moved constructs speak of the blocks that the moved VPCs and subnets have now, where they spoke
 * of those of `before`. What speaks of other networks stays.
 */
export function settleBlockReferences(
  before: Design,
  design: Design,
  moved: ReadonlySet<ConstructId>,
): readonly Edit[] {
  const shifts = shiftsBetween(before, design, moved)
  if (shifts.length === 0) return []
  return [...moved].flatMap((id) => {
    const construct = design.constructs[id]!
    const vpc = vpcOf(design, id)?.id ?? null
    // its own VPC's blocks first, the smallest first
    const mine = shifts.filter((one) => one.vpc === vpc && vpc !== null)
    const near = [...mine, ...shifts.filter((one) => !mine.includes(one))]
    const skipped = construct.kind === 'subnet' ? new Set([...SETTLED, 'cidr', 'ipv6Cidr']) : SETTLED
    const fields = Object.entries(construct).filter(([key]) => !skipped.has(key))
    return changeOf(construct, Object.fromEntries(fields.map(([key, value]) => [key, shifted(value, near)]))) ?? []
  })
}

function shiftsBetween(before: Design, design: Design, moved: ReadonlySet<ConstructId>): readonly Shift[] {
  const shifts = [...moved].flatMap((id): readonly Shift[] => {
    const [was, now] = [blocksOf(constructAt(before, id)), blocksOf(constructAt(design, id))]
    const vpc = vpcOf(design, id)?.id ?? null
    return was.flatMap((text, i) => {
      const [from, to] = [blockOf(text), blockOf(now[i] ?? '')]
      return from && to && from.length === to.length && text !== now[i] ? [{ vpc, from, to }] : []
    })
  })
  return shifts.sort((a, b) => b.from.length - a.from.length)
}

const blocksOf = (construct: Construct | null): readonly string[] =>
  construct?.kind === 'vpc'
    ? [...construct.cidrs, ...construct.ipv6Cidrs]
    : construct?.kind === 'subnet'
      ? [construct.cidr ?? '', construct.ipv6Cidr ?? '']
      : []

/** A value with every block and address in it shifted that lies in one of the old blocks. */
function shifted(value: unknown, shifts: readonly Shift[]): unknown {
  if (typeof value === 'string') return shiftedText(value, shifts)
  if (Array.isArray(value)) return value.map((item) => shifted(item, shifts))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, SETTLED.has(key) ? inner : shifted(inner, shifts)]),
  )
}

function shiftedText(text: string, shifts: readonly Shift[]): string {
  const address = parseAddress(text)
  const block = address === null ? blockOf(text) : { base: address, length: isIp4(address) ? 32 : 128 }
  const shift = block && shifts.find(({ from }) => covers(from, block))
  if (!block || !shift) return text
  const there = shiftBlock(block, shift.from, shift.to)
  return address === null ? formatBlock(there) : formatAddress(there.base)
}
