import { remember } from '../../base/remember.ts'
import type { Construct, ConstructId, ConstructKind, ConstructOf } from '../../model/kinds/registry.ts'
import { readAsOf } from '../lower/readAsOf.ts'
import type { Topology } from '../topology.ts'
import type { AccessNet, AccountNet, LevelNet, PolicyNet } from './accessNet.ts'
import { lowerIdentity } from './lowerIdentities.ts'
import { lowerResources } from './lowerResources.ts'
import { ownPolicy, policyNet } from './policyNet.ts'

const known = new WeakMap<Topology, AccessNet>()

/** Roles, users, resources and accounts of a design with their policies, read when the first call is judged: most designs have none that anybody asks of. */
export const accessOf = (topology: Topology): AccessNet =>
  known.get(topology) ?? remember(known, topology, () => lowerAccess(topology))

function lowerAccess({ design, catalogue }: Topology): AccessNet {
  const read = readAsOf(design.rulesAsOf)
  const constructs = Object.keys(design.constructs)
    .sort()
    .flatMap((id) => read(design.constructs[id]!) ?? [])
  const all = <K extends ConstructKind>(kind: K) =>
    constructs.filter((one): one is ConstructOf<K> & Construct => one.kind === kind)
  const codes = new Map(all('region').map(({ id, code }) => [id, code]))
  const partitionOfCode = (code: string | undefined) =>
    catalogue.regions.find((one) => one.code === code)?.partition ?? 'aws'
  const partition = partitionOfCode(codes.values().next().value)
  const numbers = new Map(all('account').map(({ id, accountId }) => [id, accountId]))
  const numberOf = (account: string) => numbers.get(account) ?? ''
  const codeOf = (region: string) => codes.get(region) ?? ''
  const partitionOf = (region: string) => partitionOfCode(codes.get(region))

  const identities = [...all('iam-role'), ...all('iam-user')].map((one) =>
    lowerIdentity(one, numberOf(one.account), partition),
  )
  const resources = lowerResources({ all, partitionOf, codeOf, numberOf }, identities)
  const endpoints = new Map<ConstructId, PolicyNet>()
  for (const endpoint of [...all('interface-endpoint'), ...all('gateway-endpoint')]) {
    const policy = ownPolicy(endpoint, endpoint.policy, 'endpoint')
    if (policy) endpoints.set(endpoint.id, policy)
  }
  const accounts = new Map(all('account').map((account) => [account.accountId, lowerAccount(account)]))
  const levels = [...accounts.values()].flatMap(({ scps, rcps }) => [...scps, ...rcps])
  const policies = [
    ...identities.flatMap((one) => [...one.policies, one.boundary]),
    ...[...new Set(resources.values())].flatMap(({ policy, grants }) => [policy, ...grants]),
    ...endpoints.values(),
    ...levels.flatMap((level) => level.policies),
  ].filter((one) => one !== null)
  return {
    identities,
    policies,
    roleAt: new Map(identities.flatMap((one) => (one.kind === 'role' ? [[one.id, one]] : []))),
    resources,
    accounts,
    endpoints,
    idOf: (id) => awsIdOf(design.constructs[id]),
    partition,
  }
}

function lowerAccount({
  id,
  organisation,
  organisationPath,
  isManagement,
  scps,
  rcps,
}: ConstructOf<'account'>): AccountNet {
  const levels = (list: typeof scps, field: 'scps' | 'rcps'): readonly LevelNet[] =>
    list.map(({ target, policies }, i) => ({
      target,
      policies: policies.map((one, j) =>
        policyNet(one, 'control', { construct: id, path: [field, i, 'policies', j, 'document'] }),
      ),
    }))
  const place = { id, organisation, path: organisation === null ? null : organisationPath }
  // Source: Organizations guide, service control policies and resource control policies: neither reaches the management account
  return isManagement
    ? { ...place, scps: [], rcps: [] }
    : { ...place, scps: levels(scps, 'scps'), rcps: levels(rcps, 'rcps') }
}

/** AWS's own ids look so. Source: EC2 guide, resource IDs. */
const AWS_ID = /^(?:vpc|vpce|i)-(?:[0-9a-f]{8}|[0-9a-f]{17})$/

function awsIdOf(construct: Construct | undefined): string | null {
  if (!construct) return null
  if ('awsId' in construct && construct.awsId) return construct.awsId
  return AWS_ID.test(construct.id) ? construct.id : null
}
