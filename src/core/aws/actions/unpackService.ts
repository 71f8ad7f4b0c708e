import { compareText } from '../../base/order.ts'
import type { AccessLevel, KeyType, ServiceAction, ServiceActions } from './serviceActions.ts'

/** A service as the files of `data` hold it, packed small by `scripts/catalogue/packActions.ts`. */
export interface PackedService {
  /** Type -> its ARNs without `arn:${Partition}:`, `%` for `${Region}:${Account}`, `{` for `${`. */
  readonly types: Readonly<Record<string, string>>
  /** `:prefix String`; a key that begins with a colon is of the service itself. */
  readonly keys: readonly string[]
  /** `level|types|keys`, by number in the lists above (`!`: required) -> `Get Object ObjectAcl;Put Object`. */
  readonly actions: Readonly<Record<string, string>>
}

const LEVELS: Readonly<Record<string, AccessLevel>> = {
  l: 'List',
  r: 'Read',
  w: 'Write',
  t: 'Tagging',
  p: 'Permissions management',
}
const TAG_KEYS: Readonly<Record<string, string>> = {
  q: `aws:RequestTag/\${TagKey}`,
  r: `aws:ResourceTag/\${TagKey}`,
  t: 'aws:TagKeys',
}

/** What a file holds of one service. */
export function unpackService(prefix: string, title: string, packed: PackedService): ServiceActions {
  const types = Object.keys(packed.types)
  const keys = packed.keys.map((row): [string, KeyType] => {
    const [key, type] = row.split(' ') as [string, KeyType]
    return [key.startsWith(':') ? prefix + key : key, type]
  })
  const actions: ServiceAction[] = []
  for (const [signature, names] of Object.entries(packed.actions)) {
    const [level, on, has] = signature.split('|') as [string, string, string]
    const shared = {
      level: LEVELS[level]!,
      resources: parts(on).map((one) => ({
        type: types[Number.parseInt(one, 10)]!,
        required: one.endsWith('!'),
      })),
      keys: parts(has).map((one) => TAG_KEYS[one] ?? keys[Number(one)]![0]),
    }
    for (const group of names.split(';')) {
      const [verb, ...rests] = group.split(' ')
      for (const rest of rests) actions.push({ name: verb + rest, ...shared })
    }
  }
  actions.sort((a, b) => compareText(a.name, b.name))
  return {
    prefix,
    title,
    actions: new Map(actions.map((action) => [action.name.toLowerCase(), action])),
    resourceTypes: new Map(Object.entries(packed.types).map(([type, arns]) => [type, arns.split(', ').map(whole)])),
    keys: new Map(keys),
  }
}

const parts = (list: string): readonly string[] => (list === '' ? [] : list.split(','))
const whole = (arn: string): string =>
  `arn:\${Partition}:${arn.replaceAll('{', `\${`).replaceAll('%', `\${Region}:\${Account}`)}`
