import { assertNever } from '../base/index.ts'
import { formatPorts } from '../net/ports.ts'
import { CODES } from '../sim/codes.ts'
import type { Step } from '../sim/verdict.ts'
import { explainCode } from './explainCode.ts'

export interface Explanation {
  readonly headline: string
  readonly detail: string | null
  readonly learnMore: string | null
}
type NameOf = (id: string) => string

/** One step of a trace in words. `nameOf` gives a construct's name. */
export function explainStep(step: Step, nameOf: NameOf): Explanation {
  const learnMore = step.code === null ? null : CODES[step.code].source
  const reason = step.code === null ? null : explainCode(step.code).meaning
  const [headline, detail] = inWords(step, nameOf)
  return { headline, detail: detail && reason ? `${detail} ${reason}` : (detail ?? reason), learnMore }
}

type Words = readonly [headline: string, detail: string | null]

function inWords(step: Step, nameOf: NameOf): Words {
  switch (step.kind) {
    case 'resolve-name':
      return nameInWords(step, nameOf)
    case 'filter':
      return filterInWords(step, nameOf)
    case 'look-up-route':
      return routeInWords(step, nameOf)
    case 'hand-over':
      return handOverInWords(step, nameOf)
    default:
      return assertNever(step)
  }
}

type Of<K extends Step['kind']> = Extract<Step, { kind: K }>

const SOURCES = {
  'endpoint-private-dns': 'from the private zone of the endpoint',
  'endpoint-public-dns': 'from public DNS, which publishes the endpoint’s own names',
  'public-dns': 'from public DNS',
  'vpc-internal': 'from the VPC’s own names',
  'address-given': 'as given',
} as const

const PASSED_OVER = {
  'private-dns-off': 'its private DNS is off',
  'vpc-attributes-off': 'the VPC lacks DNS support or DNS hostnames',
  'other-resolver': 'the VPC asks another DNS server',
  'name-not-covered': 'its service offers no private DNS',
  'inbound-only': 'its private DNS is for on-premises resolvers only',
} as const

function nameInWords({ detail, outcome }: Of<'resolve-name'>, nameOf: NameOf): Words {
  const passed =
    detail.passedOver.map((one) => `${nameOf(one.endpoint)} did not answer: ${PASSED_OVER[one.why]}.`).join(' ') || null
  if (outcome === 'answered') {
    const shown = detail.rangeOf
      ? `an address of ${detail.rangeOf} such as ${detail.answers.join(' or ')}`
      : detail.answers.join(', ')
    const from = detail.source ? `, ${SOURCES[detail.source]}` : ''
    return [`${detail.name} is ${shown}`, [`${detail.resolver} answers${from}.`, passed].filter(Boolean).join(' ')]
  }
  if (outcome === 'no-answer') return [`No answer for ${detail.name}`, passed]
  return [outcome === 'unknown' ? `${detail.name} is not known here` : `${detail.name} does not exist here`, passed]
}

function filterInWords({ detail, outcome, evidence }: Of<'filter'>, nameOf: NameOf): Words {
  const what = detail.filter === 'security-group' ? 'security group' : 'network ACL'
  const who =
    detail.filters.length > 0
      ? `${capital(what)} ${detail.filters.map(nameOf).join(', ')}`
      : `The VPC’s default ${what}`
  const way = detail.direction === 'ingress' ? 'in from' : 'out to'
  const ports = detail.ports ? ` port ${formatPorts(detail.ports)}` : ''
  const traffic = `${detail.protocol}${ports} ${way} ${detail.peer}`
  const entry = evidence.decidedBy?.path.at(-1)
  const place = typeof entry === 'number' ? ` (entry ${entry + 1} of its ${detail.direction} list)` : ''
  if (outcome === 'remembered') return [`${who} lets the reply pass`, 'It remembers the connection; no rule is asked.']
  if (outcome === 'permitted') return [`${who} allows ${traffic}`, place ? `By${place.replace(/[()]/g, '')}.` : null]
  if (outcome === 'partly')
    return [
      `${who} drops part of ${traffic}`,
      `Ports ${detail.dropped ? formatPorts(detail.dropped) : ''} do not get through${place}.`,
    ]
  return [`${who} drops ${traffic}`, place ? `By${place.replace(/[()]/g, '')}.` : 'No entry allows it.']
}

function routeInWords({ detail, outcome }: Of<'look-up-route'>, nameOf: NameOf): Words {
  const table = detail.table === null ? 'The main route table' : `Route table ${nameOf(detail.table)}`
  if (outcome === 'not-routed')
    return [
      `${detail.destination} is in the same subnet`,
      'Traffic inside a subnet is not routed, and no network ACL sees it.',
    ]
  if (outcome === 'no-route') return [`${table} has no route to ${detail.destination}`, null]
  if (outcome === 'blackhole')
    return [`${table} sends ${detail.destination} into a blackhole`, `Route ${detail.matched}.`]
  const target = detail.target === null || detail.target === 'local' ? 'the VPC itself' : nameOf(detail.target)
  const how = detail.main ? 'It is the VPC’s main table.' : 'It is associated with the subnet.'
  return [
    `${table} sends ${detail.destination} to ${target}`,
    `Route ${detail.matched}${outcome === 'ambiguous' ? '; another one is as good' : ''}. ${how}`,
  ]
}

function handOverInWords({ detail, outcome }: Of<'hand-over'>, nameOf: NameOf): Words {
  const to = detail.to === null ? detail.address : nameOf(detail.to)
  const rewritten = detail.rewrites
    ? `${detail.rewrites.what === 'source' ? 'Source' : 'Destination'} ${detail.rewrites.from} becomes ${detail.rewrites.to}.`
    : null
  const port = detail.port === null ? '' : ` on port ${detail.port}`
  switch (outcome) {
    case 'delivered':
      return [`${to} takes it${port}`, rewritten]
    case 'forwarded':
      return [`${to} passes it on`, rewritten]
    case 'translated':
      return [`${to} passes it on under another address`, rewritten]
    case 'refused':
      return [`${to} refuses the connection${port}`, null]
    case 'dropped':
      return [detail.how === 'nobody' ? `Nothing takes the packet to ${detail.address}` : `${to} drops it${port}`, null]
    case 'unknown':
      return [`What ${to} does with it is not known`, null]
    default:
      return assertNever(outcome)
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
