import type { PublicHost } from '../../aws/findPublicHost.ts'
import { formatAddress } from '../../net/address.ts'
import type { NameServer } from '../../topology/dnsNet.ts'
import type { Origin } from '../../topology/origin.ts'
import type { Evidence } from '../verdict.ts'
import type { Asking, LookupStep } from './asking.ts'
import type { NameAnswer } from './nameAnswer.ts'
import type { Resolver } from './sendQuestion.ts'

const SILENT: ReadonlySet<NameAnswer['code']> = new Set([
  'DNS_SUPPORT_DISABLED',
  'DNS_SERVER_UNREACHABLE',
  'DNS_SERVER_ANSWERS_NOTHING',
  'DNS_FORWARDING_LOOP',
])

/** Whether no server could be asked. */
export const isUnasked = ({ code }: Pick<NameAnswer, 'code'>): boolean =>
  code === 'DNS_SERVER_UNREACHABLE' || code === 'DNS_SERVER_ANSWERS_NOTHING'

/** Whether nobody said anything, which makes whoever asks try another server. */
export const isSilent = ({ code }: NameAnswer): boolean => SILENT.has(code)

const outcomeOf = ({ outcome, code, leadsTo }: NameAnswer): LookupStep['outcome'] =>
  SILENT.has(code) ? 'no-answer' : leadsTo !== null ? 'another-name' : outcome

/** Notes what a resolver said to a name. */
export const say = (asking: Asking, resolver: Resolver, name: string, answer: NameAnswer): void =>
  sayUnreached(asking, resolver, name, answer, [])

/** The same of a question that no server could be asked; `resolver` null = the client itself asked them. */
export function sayUnreached(
  asking: Asking,
  resolver: Resolver | null,
  name: string,
  answer: NameAnswer,
  servers: readonly NameServer[],
): void {
  record(asking, resolver, {
    kind: 'resolve-name',
    outcome: outcomeOf(answer),
    code: answer.code,
    detail: {
      name,
      resolver: resolver ? titleOf(resolver) : listed(servers),
      source: answer.source,
      owner: answer.owner,
      answers: answer.answers.map(({ address }) => formatAddress(address)),
      ...(answer.rangeOf ? { rangeOf: answer.rangeOf } : {}),
      ...(answer.service && answer.source === 'public-dns' ? serviceIn(answer.service) : {}),
      ...(answer.leadsTo === null ? {} : { next: answer.leadsTo }),
      passedOver: [],
    },
    evidence: evidenceOf(answer),
  })
}

/** Not said where no endpoint answers to the name: an interface endpoint without private DNS has names of its own alone. */
function serviceIn({ service: name, region, entry }: PublicHost): Pick<LookupStep['detail'], 'service'> {
  const gateway = entry?.types.includes('gateway') ?? false
  return entry?.privateDns === 'none' && !gateway ? {} : { service: { name, region, gateway } }
}

const evidenceOf = ({ decidedBy, owner }: NameAnswer): Evidence => ({
  decidedBy: decidedBy ?? (owner === null ? null : { construct: owner, path: [] }),
  considered: [],
})

/** Notes that a resolver passes the question on. */
export function sayForwarded(
  asking: Asking,
  resolver: Resolver,
  name: string,
  servers: readonly NameServer[],
  decidedBy: Origin,
): void {
  record(asking, resolver, {
    kind: 'resolve-name',
    outcome: 'forwarded',
    code: null,
    detail: {
      name,
      resolver: titleOf(resolver),
      source: null,
      owner: decidedBy.construct,
      answers: [],
      next: listed(servers),
      passedOver: [],
    },
    evidence: { decidedBy, considered: [] },
  })
}

const listed = (servers: readonly NameServer[]): string =>
  servers.map(({ address }) => formatAddress(address)).join(', ')

/** Where a resolver's words stand in the trace. */
function record(asking: Asking, resolver: Resolver | null, step: LookupStep): void {
  const at =
    resolver === null
      ? (asking.routes?.id ?? null)
      : resolver.kind === 'vpc'
        ? resolver.vpc.id
        : resolver.kind === 'own-server'
          ? resolver.network.id
          : resolver.kind === 'unknown'
            ? resolver.owner
            : null
  const label =
    at === null ? titleOf(resolver ?? { kind: 'public' }) : (asking.topology.design.constructs[at]?.name ?? at)
  asking.events.push({ kind: 'said', at, label, step })
}

/** As the trace names a resolver: `AmazonProvidedDNS`, `public DNS`, or its address. */
function titleOf(resolver: Resolver): string {
  switch (resolver.kind) {
    case 'public':
      return 'public DNS'
    case 'vpc':
      return 'AmazonProvidedDNS'
    case 'own-server':
      return formatAddress(resolver.server.address)
    case 'unknown':
      return formatAddress(resolver.address)
  }
}
