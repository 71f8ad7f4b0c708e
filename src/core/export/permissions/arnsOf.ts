import { compareText } from '../../base/order.ts'
import { ACTION_FACTS, type ActionFact } from './actionFacts.ts'

/** Where the things of a policy are, and how they are called. */
export interface Whereabouts {
  readonly partition: string
  /** `*` where it differs between environments. */
  readonly account: string
  readonly region: string
  /** What names of the deployments begin with. */
  readonly deployments: readonly string[]
  /** Names as drawn and in each environment: `service:type` -> what stands in the ARN. */
  readonly names: ReadonlyMap<string, readonly string[]>
}

const factOf = (action: string): ActionFact | undefined => {
  const [service = '', name = ''] = action.split(':')
  return ACTION_FACTS.services[service]?.actions[name]
}

/** The types that an action acts on; none where it takes `*` alone, or nobody knows. */
export const typesOf = (action: string): readonly string[] => Object.keys(factOf(action)?.on ?? {})
/** Whether the tags that are asked for (`q`), or those that are there (`r`), can be a condition of it for that type. */
export const takesTags = (action: string, type: string, which: 'q' | 'r'): boolean =>
  factOf(action)?.on[type]?.includes(which) === true
export const isReading = (action: string): boolean => factOf(action)?.reads === true
export const isKnown = (action: string): boolean => factOf(action) !== undefined

/** The deployments whose names do not go on where another one's ends. */
export const rootsOf = (deployments: readonly string[]): readonly string[] =>
  deployments.filter((name) => !deployments.some((other) => name.startsWith(`${other}-`)))

/** ARNs of all things of a type that the design may have to do with. Several patterns stand in one text, apart by commas. */
export function arnsOf(service: string, type: string, where: Whereabouts): readonly string[] {
  const pattern = ACTION_FACTS.services[service]?.arns[type]
  if (pattern === undefined) return ['*']
  return pattern.split(', ').flatMap((one) => namesOf(service, type, where).map((name) => fill(one, where, name)))
}

/** Names by which a type goes here; `*` where AWS or the tool chooses them. */
function namesOf(service: string, type: string, { deployments, names }: Whereabouts): readonly string[] {
  const own = rootsOf(deployments).map((name) => `${name}-*`)
  const drawn = names.get(`${service}:${type}`) ?? []
  switch (`${service}:${type}`) {
    case 'iam:role':
    case 'sts:role':
    case 'iam:instance-profile':
    case 'iam:policy':
    case 'lambda:function':
      return [...own, ...drawn]
    default:
      return drawn.length > 0 ? drawn : ['*']
  }
}

/** What stands for a place in patterns; whatever else does is a name. */
const PLACES: { readonly [name: string]: (where: Whereabouts) => string } = {
  Partition: ({ partition }) => partition,
  Region: ({ region }) => region,
  Account: ({ account }) => account,
}

/** The pattern with what is known in it; the last of its names is the thing's own. */
function fill(pattern: string, where: Whereabouts, name: string): string {
  const named = pattern.replace(/\$\{\w+\}$/, name)
  return named.replaceAll(/\$\{(\w+)\}/g, (_, word: string) => PLACES[word]?.(where) ?? '*')
}

/** Sorted, each once, without those that another one covers. */
export const tidy = (arns: readonly string[]): readonly string[] => {
  const all = [...new Set(arns)].sort(compareText)
  return all.includes('*') ? ['*'] : all
}
