import type { PathName, Symptom, VerdictKind } from '../model/design.ts'
import type { Branch, Verdict } from '../sim/verdict.ts'
import { explainCode } from './explainCode.ts'
import { DEFAULT_GROUP } from './explainFilter.ts'
import { explainPassedOver } from './explainLookup.ts'
import { explainNote } from './explainNote.ts'
import { explainOrigin } from './explainOrigin.ts'

export const VERDICT_WORDS: Readonly<Record<VerdictKind, string>> = {
  succeeds: 'Succeeds',
  partly: 'Works in part',
  fails: 'Fails',
  'cannot-tell': 'Cannot tell',
}
export const SYMPTOM_WORDS: Readonly<Record<Symptom, string>> = {
  'name-not-found': 'Name not found',
  'connection-times-out': 'Connection times out',
  'connection-refused': 'Connection refused',
  'tls-name-mismatch': 'TLS name mismatch',
  'access-denied': 'Access denied',
  'http-error': 'HTTP error from the load balancer',
}
/** The symptom where some connections have it and others do not. */
const SOMETIMES: Readonly<Record<Symptom, string>> = {
  'name-not-found': 'some lookups find nothing',
  'connection-times-out': 'some connections time out',
  'connection-refused': 'some connections are refused',
  'tls-name-mismatch': 'some connections meet a certificate for another name',
  'access-denied': 'some requests are denied',
  'http-error': 'some requests get an HTTP error from the load balancer',
}
export const PATH_WORDS: Readonly<Record<PathName, string>> = {
  'same-subnet': 'inside the subnet',
  local: 'inside the VPC',
  'interface-endpoint': 'through the interface endpoint',
  'gateway-endpoint': 'through the gateway endpoint',
  'endpoint-service': 'through the endpoint service',
  'gateway-load-balancer-endpoint': 'through the Gateway Load Balancer endpoint',
  'nat-gateway': 'over the internet, through the NAT gateway',
  'internet-gateway': 'over the internet, through the internet gateway',
  'egress-only-internet-gateway': 'over the internet, through the egress-only internet gateway',
  peering: 'through the peering connection',
  'transit-gateway': 'through the transit gateway',
  vpn: 'through the VPN',
  'direct-connect': 'through Direct Connect',
  'own-internet': 'over the internet, by the on-premises network’s own way',
}

type NameOf = (id: string) => string

/** The verdict as a headline, and what else a person should know, in order. */
export function explainVerdict(
  verdict: Verdict,
  nameOf: NameOf,
): { readonly headline: string; readonly sentences: readonly string[] } {
  return { headline: headlineOf(verdict, nameOf), sentences: [...sentencesOf(verdict, nameOf)] }
}

function* sentencesOf(verdict: Verdict, nameOf: NameOf): Generator<string> {
  const { kind, code, decidedBy, branches, blockers, gaps, assumptions } = verdict
  if (kind === 'cannot-tell') {
    for (const gap of gaps) yield `${explainNote(gap, nameOf)}.`
    return
  }
  if (code !== null) {
    const { title, meaning, remedy } = explainCode(code)
    yield `${title}: ${meaning}`
    const advice = decidedBy?.path[0] === 'defaultSecurityGroup' ? DEFAULT_GROUP : remedy
    const where = decidedBy ? `Decided by ${explainOrigin(decidedBy, nameOf)}.` : ''
    yield [where, advice].filter(Boolean).join(' ')
  }
  if (kind === 'fails') yield* passedOver(verdict, nameOf)
  if (kind === 'partly') for (const branch of branches) yield branchInWords(branch)
  const others = blockers.length - 1
  if (others > 0) yield `${others} more ${others === 1 ? 'thing stands' : 'things stand'} in the way.`
  for (const note of assumptions) yield `${explainNote(note)}.`
}

/** The endpoints that might have answered: often the true reason for what stops the request later. */
function passedOver({ branches }: Verdict, nameOf: NameOf): readonly string[] {
  const steps = branches[0]?.legs[0]?.hops.flatMap((hop) => hop.steps) ?? []
  return steps.flatMap((step) => (step.kind === 'resolve-name' ? explainPassedOver(step.detail, nameOf) : []))
}

function branchInWords({ zone, from, to, kind, blockers }: Branch): string {
  const way = zone ? `Through ${zone}` : to ? `From ${from} to ${to}` : `From ${from}`
  const symptom = blockers[0]?.symptom
  const sometimes = symptom ? `, ${SOMETIMES[symptom]}` : ''
  const words: Readonly<Record<VerdictKind, string>> = {
    succeeds: 'succeeds',
    partly: `works in part${sometimes}`,
    fails: symptom ? SYMPTOM_WORDS[symptom].toLowerCase().replace('tls', 'TLS').replace('http', 'HTTP') : 'fails',
    'cannot-tell': 'cannot be told',
  }
  return `${way}: ${words[kind]}.`
}

function headlineOf({ kind, symptom, via, path, branches }: Verdict, nameOf: NameOf): string {
  if (kind === 'cannot-tell') return VERDICT_WORDS['cannot-tell']
  if (kind === 'fails') return symptom ? SYMPTOM_WORDS[symptom] : VERDICT_WORDS.fails
  if (kind === 'partly') return `${VERDICT_WORDS.partly}${symptom ? `: ${SOMETIMES[symptom]}` : ''}`
  // of several ways that work, a person wants to know each: one may be private and another not
  const ways =
    branches.length > 1 ? [...new Set(branches.map((one) => wayOf(one, nameOf)))] : [wayOf({ path, via }, nameOf)]
  return `Succeeds${ways.map((way) => (way ? ` ${way}` : '')).join(', and')}`
}

function wayOf({ path, via }: Pick<Branch, 'path' | 'via'>, nameOf: NameOf): string {
  const names = listWords(via.map(nameOf))
  return path ? `${PATH_WORDS[path]}${names ? ` (${names})` : ''}` : ''
}

/** `a`, `a and b`, `a, b and c`. */
const listWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
