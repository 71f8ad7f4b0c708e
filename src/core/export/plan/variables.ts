import { upperFirst } from '../../base/words.ts'
import { constructOfKind, listOfKind } from '../../model/containment.ts'
import {
  ACCOUNT_NUMBER,
  DEPLOYMENT_NAME,
  misfit,
  PHYSICAL_NAME,
  REGION_CODE,
  type TextForm,
  ZONE_LETTER,
} from '../../model/deploySettings.ts'
import type { Design } from '../../model/design.ts'
import type { Construct, ConstructId, ConstructOf } from '../../model/kinds/registry.ts'
import { isIp4, parseAddress } from '../../net/address.ts'
import { type Block, covers, parseBlock } from '../../net/block.ts'
import { nameOfKey } from './nameOfKey.ts'
import { homeVpc } from './places.ts'
import { titleOf } from './planning.ts'

export type VariableKind = 'environment' | 'account' | 'region' | 'zone' | 'block' | 'address' | 'name'

/** A value of the drawing that other environments say otherwise: a parameter of a template, a variable of a script. */
export interface Variable {
  readonly kind: VariableKind
  /** Letters and digits, like no logical name of a part. */
  readonly name: string
  /** What holds unless something else is said. */
  readonly drawn: string
  /** What it is, in words. */
  readonly what: string
  /** The construct whose own value it is, and the one that it moves along with. */
  readonly of: ConstructId | null
  readonly within: ConstructId | null
}

/** As the settings of the design ask for it. */
const asSaid = ({ pattern, words }: TextForm) => [pattern, upperFirst(words)] as const
const ADDRESS = '([0-9]{1,3}\\.){3}[0-9]{1,3}'
/** What each kind of variable may be given, and what is said of anything else. */
export const VARIABLE_FORMS: { readonly [K in VariableKind]: readonly [pattern: string, words: string] } = {
  // where the design names none, the name of the deployment stands for it
  environment: asSaid(DEPLOYMENT_NAME),
  account: asSaid(ACCOUNT_NUMBER),
  region: asSaid(REGION_CODE),
  zone: asSaid(ZONE_LETTER),
  block: [`${ADDRESS}/[0-9]{1,2}`, 'An IPv4 block such as 10.0.0.0/16'],
  address: [ADDRESS, 'An IPv4 address such as 10.0.0.10'],
  name: asSaid(PHYSICAL_NAME),
}

/** How much of a drawing is variable: templates take 200 parameters, so large ones have less. */
export const REACHES = ['everything', 'subnets', 'vpcs'] as const
export type Reach = (typeof REACHES)[number]

interface DrawnNetwork {
  readonly vpc: ConstructOf<'vpc'>
  /** Its IPv4 blocks by their text. */
  readonly blocks: ReadonlyMap<string, Block>
  readonly subnets: ReadonlyMap<string, ConstructOf<'subnet'>>
}
/** What of the drawing differs between environments. */
export interface Drawn {
  /** By the VPC. */
  readonly networks: ReadonlyMap<ConstructId, DrawnNetwork>
  /** Construct -> the VPC that it lies in. */
  readonly homes: ReadonlyMap<ConstructId, ConstructId>
  readonly accounts: ReadonlyMap<string, Construct>
  readonly regions: ReadonlyMap<string, Construct>
  /** Names of zones whose letters templates take apart, where nothing but a text may stand. */
  readonly fixedZones: ReadonlySet<string>
  readonly reach: Reach
}

/** Gathers once what differs between environments. */
export function drawnOf(design: Design): Drawn {
  const homes = new Map<ConstructId, ConstructId>()
  for (const construct of Object.values(design.constructs)) {
    const home = construct.kind === 'vpc' ? construct : homeVpc(design, construct)
    if (home) homes.set(construct.id, home.id)
  }
  const networks = new Map(
    listOfKind(design, 'vpc').map((vpc) => {
      const blocks = vpc.cidrs.flatMap((text) => {
        const known = readBlock(text)
        return known ? [[known.text, known.block] as const] : []
      })
      return [vpc.id, { vpc, blocks: new Map(blocks), subnets: new Map<string, ConstructOf<'subnet'>>() }] as const
    }),
  )
  for (const subnet of listOfKind(design, 'subnet')) {
    const known = subnet.cidr === null ? null : readBlock(subnet.cidr)
    const network = networks.get(homes.get(subnet.id) ?? '')
    if (known && network && !network.subnets.has(known.text)) network.subnets.set(known.text, subnet)
  }
  return {
    networks,
    homes,
    accounts: firstOf(listOfKind(design, 'account'), ({ accountId }) => accountId),
    regions: firstOf(listOfKind(design, 'region'), ({ code }) => code),
    fixedZones: firewallZones(design),
    reach: 'everything',
  }
}

const firstOf = <T extends Construct>(list: readonly T[], key: (one: T) => string): ReadonlyMap<string, T> =>
  new Map([...list].reverse().map((one) => [key(one), one]))

/** A firewall's endpoints are told apart by the letter of their zone where it has several. */
function firewallZones(design: Design): ReadonlySet<string> {
  const zoneOf = (id: ConstructId): string[] => {
    const zone = constructOfKind(design, constructOfKind(design, id, 'subnet')?.zone ?? '', 'availability-zone')
    return zone ? [zone.zoneName] : []
  }
  return new Set(
    listOfKind(design, 'network-firewall').flatMap(({ subnets }) =>
      subnets.length > 1 ? subnets.flatMap(zoneOf) : [],
    ),
  )
}

/** An IPv4 block in the form in which AWS keeps it. */
export function readBlock(text: string): { readonly text: string; readonly block: Block } | null {
  const result = parseBlock(text)
  if (result.ok) return isIp4(result.block.base) ? { text, block: result.block } : null
  return result.suggestion === undefined ? null : readBlock(result.suggestion)
}

/** An IPv4 address, or a block, as a block. */
export function readPlace(text: string): { readonly block: Block; readonly isAddress: boolean } | null {
  const address = parseAddress(text)
  if (address !== null) return isIp4(address) ? { block: { base: address, length: 32 }, isAddress: true } : null
  const known = readBlock(text)
  return known && known.text === text ? { block: known.block, isAddress: false } : null
}

/** The variable of a block or an address that lies in a VPC: in that of the construct it stands in, else in the only one that has it. */
export function placeVariable(drawn: Drawn, by: ConstructId, text: string): Variable | null {
  const place = readPlace(text)
  if (!place) return null
  const has = ({ blocks }: DrawnNetwork): boolean => [...blocks.values()].some((one) => covers(one, place.block))
  const home = drawn.networks.get(drawn.homes.get(by) ?? '')
  const having = home && has(home) ? [home] : [...drawn.networks.values()].filter(has)
  const network = having.length === 1 ? having[0]! : null
  if (!network) return null
  const { vpc, blocks, subnets } = network
  const word = text.replace(/[^0-9]+/g, 'x')
  if (place.isAddress)
    return drawn.reach === 'everything'
      ? variable('address', `${vpc.id}/address-${word}`, text, `Address in ${titleOf(vpc)}`, null, vpc.id)
      : null
  const [first] = blocks.keys()
  const subnet = subnets.get(text)
  if (subnet?.id !== by && blocks.has(text)) {
    const key = text === first ? `${vpc.id}/block` : `${vpc.id}/block-${word}`
    return variable('block', key, text, `Block of the VPC ${titleOf(vpc)}`, vpc.id, null)
  }
  if (drawn.reach === 'vpcs') return null
  if (subnet)
    return variable('block', `${subnet.id}/block`, text, `Block of the subnet ${titleOf(subnet)}`, subnet.id, vpc.id)
  return drawn.reach === 'everything'
    ? variable('block', `${vpc.id}/block-${word}`, text, `Block in ${titleOf(vpc)}`, null, vpc.id)
    : null
}

/** The variable of a drawn account's number. */
export function accountVariable(drawn: Drawn, accountId: string): Variable | null {
  const account = /^\d{12}$/.test(accountId) ? drawn.accounts.get(accountId) : undefined
  return account
    ? variable('account', `${account.id}/number`, accountId, `Number of ${titleOf(account)}`, account.id, null)
    : null
}

/** The variable of a drawn Region's code. */
export function regionVariable(drawn: Drawn, code: string): Variable | null {
  const region = drawn.regions.get(code)
  return region && /^[a-z0-9-]+$/.test(code)
    ? {
        kind: 'region',
        name: `Region${code.split('-').map(upperFirst).join('')}`,
        drawn: code,
        what: `Region that is drawn as ${code}`,
        of: region.id,
        within: null,
      }
    : null
}

/** The variable of a zone's letter. Local Zones have none. */
export function zoneVariable(drawn: Drawn, zoneName: string): Variable | null {
  const letter = /^[a-z]{2}(?:-[a-z]+)+-\d+([a-z])$/.exec(zoneName)?.[1]
  return letter !== undefined && !drawn.fixedZones.has(zoneName)
    ? {
        kind: 'zone',
        name: `ZoneLetter${letter.toUpperCase()}`,
        drawn: letter,
        what: `Letter of the Availability Zone that is drawn as ${letter}`,
        of: null,
        within: null,
      }
    : null
}

/** The variable of a name that is unique beyond the deployment: that of a bucket, a table, a role or a queue. */
export const nameVariable = (id: ConstructId, drawnName: string): Variable | null =>
  misfit(PHYSICAL_NAME, drawnName) === null
    ? variable('name', `${id}/physical-name`, drawnName, `Name of ${id}`, id, null)
    : null

export const ENVIRONMENT: Omit<Variable, 'drawn'> = {
  kind: 'environment',
  name: 'EnvironmentName',
  what: 'Name of the environment, in names and tags',
  of: null,
  within: null,
}

const variable = (
  kind: VariableKind,
  key: string,
  drawn: string,
  what: string,
  of: ConstructId | null,
  within: ConstructId | null,
): Variable => ({ kind, name: nameOfKey(key), drawn, what, of, within })

/** Whether a logical name reads like one of a variable; parts get no such name. */
export const isVariableName = (name: string): boolean =>
  /^(EnvironmentName|Region[A-Z][a-z][A-Z]\w*|ZoneLetter[A-Z]|Existing\w+)$|(Block|Number|PhysicalName)$|(Block|Address)\d+(x\d+)+$/.test(
    name,
  )
