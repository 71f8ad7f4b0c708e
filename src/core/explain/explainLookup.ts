import type { Step } from '../sim/verdict.ts'
import type { StepWords } from './stepWords.ts'

type LookupStep = Extract<Step, { kind: 'resolve-name' }>

const SOURCES: Readonly<Record<NonNullable<LookupStep['detail']['source']>, string>> = {
  'endpoint-private-dns': 'from the private DNS of the endpoint',
  'endpoint-public-dns': 'from public DNS, which publishes the endpoint’s own names',
  'public-dns': 'from public DNS',
  'public-hosted-zone': 'from a public hosted zone',
  'private-hosted-zone': 'from a private hosted zone of the VPC',
  'on-premises': 'from the names of the network’s own hosts',
  'vpc-internal': 'from the VPC’s own names',
}

type Why = LookupStep['detail']['passedOver'][number]['why']
const PASSED_OVER: Readonly<Record<Why, string>> = {
  'private-dns-off': 'its private DNS is off',
  'no-private-dns': 'its service has no private DNS, so it is reached by its own names only',
  'vpc-attributes-off': 'private DNS needs DNS support and DNS hostnames of the VPC, and one of them is off',
  'other-resolver': 'its private DNS is known to Amazon’s resolver, and the VPC asks another DNS server',
  'name-not-covered': 'its private DNS does not cover this name',
  'inbound-only': 'its private DNS is for on-premises resolvers only',
  conflict: 'another endpoint of the VPC holds its private names',
  'not-available': 'it is not available, and has no private DNS until it is',
  'not-verified': 'its owner has not proved that the private name’s domain is theirs',
  forwarded: 'a resolver rule sends this name to another DNS server',
  'other-zone': 'a private hosted zone of the VPC is closer to this name',
  'zone-not-associated': 'it is a private hosted zone, and is not associated with the VPC',
  'zone-needs-vpc-attributes':
    'private hosted zones need DNS support and DNS hostnames of the VPC, and one of them is off',
}

/** As many addresses as one takes in at a glance. */
const MOST_SHOWN = 4

/** What a resolver said to a name, and which endpoints might have answered and did not. */
export function explainLookup({ detail, outcome, evidence }: LookupStep, nameOf: (id: string) => string): StepWords {
  const { name, source, answers, rangeOf } = detail
  const passed = explainPassedOver(detail, nameOf)
  switch (outcome) {
    case 'answered': {
      const shown = answers.slice(0, MOST_SHOWN).join(rangeOf ? ' or ' : ', ')
      const more = answers.length > MOST_SHOWN ? ` and ${answers.length - MOST_SHOWN} more` : ''
      const isZone = source === 'private-hosted-zone' || source === 'public-hosted-zone'
      const zone = isZone ? evidence.decidedBy?.construct : undefined
      const from = zone ? `, from the hosted zone ${nameOf(zone)}` : source ? `, ${SOURCES[source]}` : ''
      return {
        headline: rangeOf
          ? `${name} is an address of ${rangeOf}, such as ${shown}${more}`
          : `${name} is ${shown}${more}`,
        detail: [`${nameResolver(detail.resolver)} answers${from}.`, ...passed].join(' '),
      }
    }
    case 'another-name':
      return {
        headline: `${name} stands for ${detail.next}`,
        detail: [`${nameResolver(detail.resolver)} asks for that name next.`, ...passed].join(' '),
      }
    case 'forwarded':
      return {
        headline: `${name} is asked of ${detail.next || 'no server at all'}`,
        detail: [
          `${nameResolver(detail.resolver)} passes the question on${detail.owner === null ? '' : `, as ${nameOf(detail.owner)} says`}.`,
          ...passed,
        ].join(' '),
      }
    case 'no-answer':
      return { headline: `No answer for ${name}`, detail: passed.join(' ') }
    case 'unknown':
      return { headline: `${name} is not known here`, detail: passed.join(' ') }
    case 'no-such-name':
      return {
        headline: `${name} ${answers.length > 0 ? 'has no address that can be used here' : 'does not exist here'}`,
        detail: passed.join(' '),
      }
  }
}

/** One sentence for each endpoint that does not answer the name, though it is one of its service. */
export const explainPassedOver = (
  { passedOver }: Pick<LookupStep['detail'], 'passedOver'>,
  nameOf: (id: string) => string,
): readonly string[] => passedOver.map((one) => `${nameOf(one.endpoint)} does not answer: ${PASSED_OVER[one.why]}.`)

const nameResolver = (resolver: string): string =>
  resolver === 'AmazonProvidedDNS' ? 'Amazon’s resolver' : resolver === 'public DNS' ? 'Public DNS' : resolver
