import { assertNever } from '../base/assertNever.ts'
import { CODES, type Code } from '../sim/codes.ts'
import type { Step } from '../sim/verdict.ts'
import { explainCode } from './explainCode.ts'
import { explainFilter } from './explainFilter.ts'
import { explainLookup } from './explainLookup.ts'
import { explainCall, explainPolicies } from './explainPolicies.ts'
import type { StepWords } from './stepWords.ts'

export interface Explanation {
  readonly headline: string
  readonly detail: string | null
  readonly learnMore: string | null
}
type NameOf = (id: string) => string
/** One step of a trace in words. `nameOf` gives a construct's name. Every step that stops a request says what to change. */
export function explainStep(step: Step, nameOf: NameOf): Explanation {
  const { headline, detail, complete } = inWords(step, nameOf)
  const code = step.code === null || complete ? null : explainCode(step.code)
  const sentences = [detail, code?.meaning, code?.remedy].filter(Boolean)
  return { headline, detail: sentences.join(' ') || null, learnMore: step.code && CODES[step.code].source }
}

function inWords(step: Step, nameOf: NameOf): StepWords {
  switch (step.kind) {
    case 'resolve-name':
      return explainLookup(step, nameOf)
    case 'filter':
      return explainFilter(step, nameOf)
    case 'look-up-route':
      return explainRoute(step, nameOf)
    case 'hand-over':
      return explainHandOver(step, nameOf)
    case 'call':
      return explainCall(step)
    case 'ask-policies':
      return explainPolicies(step)
    default:
      return assertNever(step)
  }
}

type Of<K extends Step['kind']> = Extract<Step, { kind: K }>

function explainRoute({ detail, outcome, code }: Of<'look-up-route'>, nameOf: NameOf): StepWords {
  const { destination, matched } = detail
  const table =
    detail.table === null
      ? 'The main route table'
      : detail.of === 'on-premises'
        ? `The network ${nameOf(detail.table)}`
        : `Route table ${nameOf(detail.table)}`
  if (outcome === 'not-routed')
    return {
      headline: `${destination} is in the same subnet`,
      detail: 'Traffic inside a subnet is not routed, and no network ACL sees it.',
    }
  if (outcome === 'no-route') return { headline: `${table} has no route to ${destination}` }
  if (outcome === 'blackhole')
    return { headline: `${table} sends ${destination} into a blackhole`, detail: `Route ${matched}.` }
  if (code !== null) return { headline: `Which route leads to ${destination} cannot be told` }
  const how = TABLES[detail.of ?? (detail.main ? 'main' : 'subnet')]
  if (outcome === 'ambiguous')
    return {
      headline: `${table} may send ${destination} to ${detail.target && nameOf(detail.target)}`,
      detail: `Route ${matched}; another one is as good. ${how}`.trim(),
    }
  if (detail.target === null || detail.target === 'local')
    return {
      headline: `${table} keeps ${destination} inside ${detail.of === 'on-premises' ? 'the network' : 'the VPC'}`,
      detail: `Local route ${matched}. ${how}`.trim(),
    }
  return {
    headline: `${table} sends ${destination} to ${nameOf(detail.target)}`,
    detail: `Route ${matched}. ${how}`.trim(),
  }
}

/** How one comes to that table. */
const TABLES = {
  main: 'It is the VPC’s main table.',
  subnet: 'It is associated with the subnet.',
  gateway: 'It is the gateway’s own table, for what comes in by it.',
  'transit-gateway': 'It is the table that the attachment is associated with.',
  'on-premises': '',
}

/** What became of a packet that got no further, where the place alone does not say it. */
const ENDS: Partial<Record<Code, (address: string, to: string) => string>> = {
  NO_POSSIBLE_DESTINATION: (address) => `Nothing drawn has the address ${address}`,
  FORWARDING_LOOP: (address) => `The packet to ${address} goes round in a circle`,
  ADDRESS_OF_ANOTHER: (address, to) => `Here ${address} is ${to}`,
  REPLY_LEAVES_ELSEWHERE: (address) => `The reply to ${address} does not come back the way that the request went`,
  INSPECTION_SEES_ONE_DIRECTION: (address) =>
    `The inspection of the reply to ${address} and that of its request are not the same`,
  NO_ADDRESS_OF_FAMILY: (address, to) => `${to} has no address to ask ${address} from`,
  IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS: (address) => `The internet has no way to ${address}`,
  FIREWALL_DROPS_DATA: (_, to) => `${to} lets this answer pass, and drops what is sent over the connection next`,
  FIREWALL_RESETS: (_, to) => `${to} lets this answer pass, and resets the connection once something is sent over it`,
  TLS_NAME_MISMATCH: (_, to) => `${to} shows a certificate for other names`,
}

function explainHandOver(step: Of<'hand-over'>, nameOf: NameOf): StepWords {
  const { detail, outcome, code } = step
  const to = detail.to === null ? detail.address : nameOf(detail.to)
  const port = detail.port === null ? '' : ` on port ${detail.port}`
  const end = code && ENDS[code]
  if (end) return { headline: end(detail.address, to) }
  if (detail.rule) {
    const { priority, perhaps } = detail.rule
    const rule = priority === null ? 'its default rule' : `rule ${priority}`
    return { headline: `${to} ${perhaps ? 'may go' : 'goes'} by ${rule}` }
  }
  if (detail.answer) return explainAnswer(detail.answer, to)
  if (detail.how === 'load-balancer' && outcome === 'translated') return explainBalancing(step, to, port)
  if (detail.how === 'load-balancer' && outcome === 'forwarded')
    return { headline: `${to} hands it to ${detail.address}, wrapped in GENEVE (UDP${port})` }
  switch (outcome) {
    case 'delivered':
      return { headline: `${to} takes it${port}` }
    case 'forwarded':
      return { headline: `${to} passes it on` }
    case 'translated':
      return { headline: `${to} passes it on${detail.rewrites ? rewritten(detail.rewrites) : ''}` }
    case 'refused':
      return { headline: `${to} refuses the connection${port}` }
    case 'dropped':
      return { headline: detail.how === 'nobody' ? `Nothing takes the packet to ${detail.address}` : `${to} drops it` }
    case 'unknown':
      return { headline: `What becomes of the packet to ${detail.address} cannot be told` }
    default:
      return assertNever(outcome)
  }
}

/** No target is asked. */
const explainAnswer = (
  { redirect, statusCode }: NonNullable<Of<'hand-over'>['detail']['answer']>,
  to: string,
): StepWords =>
  redirect === null
    ? { headline: `${to} answers by itself, with status ${statusCode}`, detail: 'No target is asked.' }
    : {
        headline: `${to} answers by itself, with a redirection (${statusCode})`,
        detail: `To ${redirect}: a request of its own.`,
      }

/** To a target, which sees one address or the other; or an answer on its way back. */
function explainBalancing({ detail, evidence }: Of<'hand-over'>, to: string, port: string): StepWords {
  if (evidence.decidedBy === null || !detail.rewrites) return { headline: `${to} passes the answer on` }
  const { what, from, to: becomes } = detail.rewrites
  const seen =
    what === 'source'
      ? `The target sees ${becomes}, the load balancer’s own address, in the place of ${from}.`
      : 'The target sees the client’s own address.'
  const header = detail.header
    ? ' A Proxy Protocol header tells it who asks, and by which endpoint where there is one.'
    : ''
  return { headline: `${to} hands it to ${detail.address}${port}`, detail: `${seen}${header}` }
}

const rewritten = ({ what, from, to }: NonNullable<Of<'hand-over'>['detail']['rewrites']>): string =>
  `; its ${what} ${from} becomes ${to}`
