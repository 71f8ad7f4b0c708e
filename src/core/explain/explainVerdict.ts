import type { PathName, Symptom, VerdictKind } from '../model/design.ts'
import type { Verdict } from '../sim/verdict.ts'
import { explainCode } from './explainCode.ts'
import { explainNote } from './explainNote.ts'

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
  peering: 'through the peering connection',
  'transit-gateway': 'through the transit gateway',
  vpn: 'through the VPN',
  'direct-connect': 'through Direct Connect',
}

/** The verdict as a headline, and what else a person should know, in order. */
export function explainVerdict(
  verdict: Verdict,
  nameOf: (id: string) => string,
): { readonly headline: string; readonly sentences: readonly string[] } {
  const sentences: string[] = []
  if (verdict.code !== null && verdict.kind !== 'succeeds') {
    const { title, meaning } = explainCode(verdict.code)
    const where = verdict.decidedBy ? ` Decided by ${nameOf(verdict.decidedBy.construct)}.` : ''
    sentences.push(`${title}: ${meaning}${where}`)
  }
  if (verdict.kind === 'partly') for (const branch of verdict.branches) sentences.push(branchInWords(branch))
  if (verdict.blockers.length > 1)
    sentences.push(
      `${verdict.blockers.length - 1} more ${verdict.blockers.length === 2 ? 'thing stands' : 'things stand'} in the way.`,
    )
  for (const note of verdict.kind === 'cannot-tell' ? verdict.gaps : verdict.assumptions)
    sentences.push(`${explainNote(note)}.`)
  return { headline: headlineOf(verdict, nameOf), sentences }
}

function branchInWords(branch: Verdict['branches'][number]): string {
  const way = branch.zone ? `Through ${branch.zone}` : `From ${branch.from} to ${branch.to}`
  const symptom = branch.blockers[0]?.symptom
  return `${way}: ${branch.kind === 'succeeds' ? 'succeeds' : symptom ? SYMPTOM_WORDS[symptom].toLowerCase() : VERDICT_WORDS[branch.kind].toLowerCase()}.`
}

function headlineOf(verdict: Verdict, nameOf: (id: string) => string): string {
  if (verdict.kind === 'cannot-tell') return VERDICT_WORDS['cannot-tell']
  if (verdict.kind === 'fails') return verdict.symptom ? SYMPTOM_WORDS[verdict.symptom] : VERDICT_WORDS.fails
  const via = verdict.via.map(nameOf).join(' and ')
  const path = verdict.path ? ` ${PATH_WORDS[verdict.path]}${via ? ` (${via})` : ''}` : ''
  return verdict.kind === 'partly'
    ? `${VERDICT_WORDS.partly}${verdict.symptom ? `: else ${SYMPTOM_WORDS[verdict.symptom].toLowerCase()}` : ''}`
    : `Succeeds${path}`
}
