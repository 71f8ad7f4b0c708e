import { deployOf } from '../../model/deployOf.ts'
import type { Design, Environment } from '../../model/design.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import { addOffset, formatAddress, isIp4 } from '../../net/address.ts'
import { type Block, covers, formatBlock } from '../../net/block.ts'
import { deploymentOf } from '../text/deploymentOf.ts'
import type { ExportRemark } from '../types.ts'
import { type Drawn, readBlock, readPlace, type Variable } from './variables.ts'

const LONGEST_DEPLOYMENT = 32

/** The name by which the design is deployed in the environment. */
export const deploymentIn = (design: Design, { name, deployment }: Environment): string =>
  deployment ?? `${deploymentOf(design).slice(0, LONGEST_DEPLOYMENT - 1 - name.length)}-${name}`

/** What a variable is in the environment. What is not said there is as drawn; what lies in a VPC or subnet keeps its place in it. */
export function valueIn(drawn: Drawn, environment: Environment, variable: Variable): string {
  const said = (record: Readonly<Record<string, string>>, key: string | null): string | undefined =>
    key !== null && Object.hasOwn(record, key) ? record[key] : undefined
  switch (variable.kind) {
    case 'environment':
      return environment.name
    case 'account':
      return said(environment.accounts, variable.of) ?? variable.drawn
    case 'region':
      return said(environment.regions, variable.of) ?? variable.drawn
    case 'zone':
      return said(environment.zones, variable.drawn) ?? variable.drawn
    case 'name':
      return (
        said(environment.names, variable.of) ??
        variable.drawn.replace(/(?:\.fifo)?$/, (end) => `-${environment.name}${end}`)
      )
    case 'block':
    case 'address':
      return blockIn(drawn, environment, variable) ?? variable.drawn
  }
}

/** Null where nothing is said of it, or what is said is no block that it fits into. */
function blockIn(drawn: Drawn, environment: Environment, { drawn: text, of, within }: Variable): string | null {
  const network = drawn.networks.get(within ?? of ?? '')
  const place = readPlace(text)
  if (!network || !place) return null
  const saidOf = (id: ConstructId, index: number): string | undefined =>
    (Object.hasOwn(environment.blocks, id) ? environment.blocks[id]![index] : undefined) || undefined
  if (within === null) return saidOf(network.vpc.id, indexOf(network.vpc.cidrs, text)) ?? null
  const own = of === null ? undefined : saidOf(of, 0)
  if (own !== undefined) return own
  const subnet =
    of === null ? [...network.subnets].find(([cidr]) => covers(readBlock(cidr)!.block, place.block)) : undefined
  const saidOfSubnet = subnet && saidOf(subnet[1].id, 0)
  const outer =
    subnet && saidOfSubnet !== undefined
      ? subnet[0]
      : [...network.blocks].find(([, one]) => covers(one, place.block))?.[0]
  const moved =
    saidOfSubnet ?? (outer === undefined ? undefined : saidOf(network.vpc.id, indexOf(network.vpc.cidrs, outer)))
  const [from, to] = [readBlock(outer ?? ''), readBlock(moved ?? '')]
  const result = from && to && move(place.block, from.block, to.block)
  return result ? (place.isAddress ? formatAddress(result.base) : formatBlock(result)) : null
}

const indexOf = (cidrs: readonly string[], text: string): number =>
  cidrs.findIndex((cidr) => readBlock(cidr)?.text === text)

/** The block at the same distance from the start of another outer block; null where that is too small for it. */
function move(inner: Block, from: Block, to: Block): Block | null {
  if (!isIp4(inner.base) || !isIp4(from.base)) return null
  const moved = { base: addOffset(to.base, inner.base - from.base), length: inner.length }
  return covers(to, moved) ? moved : null
}

/** What an environment says that cannot be, or that nothing in the design has. */
export function explainEnvironments(design: Design, drawn: Drawn): readonly ExportRemark[] {
  return deployOf(design).environments.flatMap((environment) => {
    const remarks: ExportRemark[] = []
    const say = (construct: ConstructId | null, message: string): void => {
      remarks.push({ construct, message: `Environment ${environment.name}: ${message}` })
    }
    for (const [record, kinds, what] of [
      [environment.accounts, ['account'], 'account'],
      [environment.regions, ['region'], 'Region'],
      [environment.blocks, ['vpc', 'subnet'], 'VPC or subnet'],
      [
        environment.names,
        ['s3-bucket', 's3-access-point', 'dynamodb-table', 'iam-role', 'iam-user', 'policy-resource'],
        'bucket, table, role or resource',
      ],
    ] as const)
      for (const id of Object.keys(record)) {
        const found = Object.hasOwn(design.constructs, id) ? design.constructs[id]! : null
        if (found === null || !(kinds as readonly string[]).includes(found.kind))
          say(null, `it says something of “${id}”, and the design has no such ${what}.`)
      }
    for (const { vpc, blocks, subnets } of drawn.networks.values()) {
      const said = environment.blocks[vpc.id]?.filter((text) => text !== '') ?? []
      for (const text of said) if (readBlock(text)?.text !== text) say(vpc.id, `“${text}” is no IPv4 block.`)
      const within = [...blocks].flatMap(([text]) => {
        const index = indexOf(vpc.cidrs, text)
        return readBlock(environment.blocks[vpc.id]?.[index] || text) ?? []
      })
      const isClear = said.every((text) => readBlock(text)?.text === text)
      for (const [text, subnet] of isClear ? subnets : []) {
        const variable = { kind: 'block', name: '', drawn: text, what: '', of: subnet.id, within: vpc.id } as const
        const value = valueIn(drawn, environment, variable)
        const block = readBlock(value)
        if (block === null || block.text !== value) say(subnet.id, `“${value}” is no IPv4 block.`)
        else if (!within.some((one) => covers(one.block, block.block)))
          say(
            subnet.id,
            `the block ${value} of the subnet ${subnet.id} lies in no block of its VPC. Say another one for it.`,
          )
      }
    }
    return remarks
  })
}
