import { arnsOfAction, findAction } from '../../aws/actions/findAction.ts'
import type { ActionCatalogue } from '../../aws/actions/serviceActions.ts'
import { nameIn } from '../../model/nameIn.ts'
import { arnParts } from '../../policy/language/arnParts.ts'
import type { AccessNet, ResourceNet } from '../../topology/access/accessNet.ts'
import { accessOf } from '../../topology/access/accessOf.ts'
import type { Topology } from '../../topology/topology.ts'
import { fillArn } from './fillArn.ts'
import { type SuggestedKey, suggestKeys } from './suggestKeys.ts'
import { USUAL_ACTIONS } from './usualActions.ts'

/** Something to be asked of AWS: an action, and what it is about. */
export interface SuggestedCall {
  readonly action: string
  readonly resource: string
  /** What it is about, by its name in the design. */
  readonly of: string
}
/** An ARN, with the name that it has in the design. */
export interface NamedArn {
  readonly arn: string
  readonly label: string
}
/** What a call may say, the likeliest first. */
export interface CallSuggestions {
  /** Whole calls about what is drawn. */
  readonly calls: readonly SuggestedCall[]
  /** Those that the design’s policies name, and those of the services asked. */
  readonly actions: readonly { readonly action: string; readonly hint: string; readonly isNamed: boolean }[]
  readonly resources: readonly NamedArn[]
  readonly principals: readonly NamedArn[]
  readonly keys: readonly SuggestedKey[]
}

export interface CallInProgress {
  /** Where the request goes, as far as it is typed. */
  readonly to: string
  /** Prefixes of the services that the request goes to; none where nobody can tell. */
  readonly prefixes: readonly string[]
  /** As far as it is typed. */
  readonly action: string
}

/** The prefixes of everything that the design has a resource of, or names an action of. */
export function prefixesIn(topology: Topology): readonly string[] {
  const access = accessOf(topology)
  const drawn = [...access.resources.keys()].map((arn) => arnParts(arn)?.[2] ?? '')
  return [...new Set([...drawn.filter((one) => one !== 'iam'), ...namedActions(access).map(prefixOf)])].filter(Boolean)
}

/** What the call of a request may say on this design. */
export function suggestCall(
  topology: Topology,
  { to, prefixes, action }: CallInProgress,
  catalogue: ActionCatalogue,
): CallSuggestions {
  const access = accessOf(topology)
  const isAsked = (prefix: string) => prefixes.includes(prefix)
  const all = [...access.resources.values()].filter(({ arn }) => !isRole(arn))
  const isMeant = (one: ResourceNet) => one.id === to || isNamedIn(to, one.arn)
  const resources = [...all.filter(isMeant), ...all.filter((one) => !isMeant(one))]
  const asked = resources.filter(({ arn }) => isAsked(serviceOf(arn)))
  const named = namedActions(access).filter((one) => isAsked(prefixOf(one)))
  const listed = prefixes.flatMap((prefix) => {
    const service = catalogue.services.get(prefix)
    return [...(service?.actions.values() ?? [])].map(({ name, level }) => ({
      action: `${prefix}:${name}`,
      hint: level === 'Permissions management' ? 'permissions' : level.toLowerCase(),
      isNamed: false,
    }))
  })
  const usual = (prefix: string) => (USUAL_ACTIONS[prefix] ?? []).map((name) => `${prefix}:${name}`)
  return {
    calls: asked.flatMap((one) =>
      usual(serviceOf(one.arn)).flatMap((action) =>
        arnsFor(one, action, catalogue)
          .slice(0, 1)
          .map((resource): SuggestedCall => ({ action, resource, of: nameIn(topology.design, one.id) })),
      ),
    ),
    actions: firstOfEach(
      [
        ...named.map((action) => ({ action, hint: 'in a policy of the design', isNamed: true })),
        ...prefixes.flatMap((prefix) =>
          usual(prefix).map((action) => ({ action, hint: 'often asked', isNamed: false })),
        ),
        ...listed,
      ],
      ({ action }) => action.toLowerCase(),
    ),
    resources: resourcesFor(topology, resources, action, catalogue),
    principals: principalsIn(topology, access),
    keys: suggestKeys(access, action, catalogue),
  }
}

/** ARNs for an action, of the service that it is of first; those that saved requests ask for too. */
function resourcesFor(
  { design }: Topology,
  resources: readonly ResourceNet[],
  action: string,
  catalogue: ActionCatalogue,
): readonly NamedArn[] {
  const fitting = resources.filter(({ arn }) => action === '' || serviceOf(arn) === prefixOf(action))
  const known = findAction(catalogue, action)
  const isOfNone = known !== null && known.action.resources.length === 0
  const saved = design.requests.flatMap(({ request: { api } }) =>
    api && api.resource !== '*' && (action === '' || prefixOf(api.action) === prefixOf(action))
      ? [{ arn: api.resource, label: 'of a saved request' }]
      : [],
  )
  const own = fitting.flatMap((one) =>
    arnsFor(one, action, catalogue).map((arn) => ({ arn, label: nameIn(design, one.id) })),
  )
  return firstOfEach(
    isOfNone
      ? [{ arn: '*', label: 'the action is about no resource' }]
      : [...own, ...saved, { arn: '*', label: 'no resource' }],
    ({ arn }) => arn,
  )
}

/** What of a drawn resource an action is about; where no list tells, all that may be meant. */
function arnsFor({ arn }: ResourceNet, action: string, catalogue: ActionCatalogue): readonly string[] {
  const known = findAction(catalogue, action)
  if (known) return fillArn(arn, arnsOfAction(known.service, known.action))
  return serviceOf(arn) === 's3' ? [`${arn}/example`, arn] : [arn]
}

function principalsIn({ design }: Topology, access: AccessNet): readonly NamedArn[] {
  return [
    ...access.identities.map(({ id, arn }) => ({ arn, label: nameIn(design, id) })),
    ...[...access.accounts]
      .filter(([number]) => number !== '')
      .map(([number, { id }]) => ({
        arn: `arn:${access.partition}:iam::${number}:root`,
        label: `the root user of ${nameIn(design, id)}`,
      })),
    { arn: 'anonymous', label: 'somebody without credentials' },
  ]
}

/** Actions that policies name without a wildcard. */
const namedActions = ({ policies }: AccessNet): readonly string[] =>
  firstOfEach(
    policies
      .flatMap(({ document }) => document?.statements ?? [])
      .flatMap(({ actions }) => actions.these)
      .filter((one) => !/[*?]/.test(one)),
    (one) => one.toLowerCase(),
  )

/** Whether a host name is that of a bucket, an API: it begins with the thing’s name. */
const isNamedIn = (host: string, arn: string): boolean => host.startsWith(`${arn.split(/[:/]/).at(-1)}.`)

const prefixOf = (action: string): string => action.split(':')[0]!.toLowerCase()
const serviceOf = (arn: string): string => arnParts(arn)?.[2] ?? ''
const isRole = (arn: string): boolean => serviceOf(arn) === 'iam'

function firstOfEach<T>(list: readonly T[], keyOf: (one: T) => string): readonly T[] {
  const found = new Map<string, T>()
  for (const one of list) if (!found.has(keyOf(one))) found.set(keyOf(one), one)
  return [...found.values()]
}
