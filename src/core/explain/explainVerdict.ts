import { lowerFirst } from '../base/words.ts'
import { constructAt } from '../model/containment.ts'
import type { Design, VerdictKind } from '../model/design.ts'
import { nameIn } from '../model/nameIn.ts'
import type { Code } from '../sim/codes.ts'
import { isSliver } from '../sim/isSliver.ts'
import type { Branch, Verdict } from '../sim/verdict.ts'
import { describePlace } from './describePlace.ts'
import { explainCode } from './explainCode.ts'
import { explainDenial } from './explainDenial.ts'
import { DEFAULT_GROUP } from './explainFilter.ts'
import { explainPassedOver } from './explainLookup.ts'
import { explainNote } from './explainNote.ts'
import { explainOutsideResolver } from './explainOutsideResolver.ts'
import { explainPrivateApi } from './explainPrivateApi.ts'
import { explainService } from './explainService.ts'
import { explainStaticVpn } from './explainStaticVpn.ts'
import { explainStep } from './explainStep.ts'
import { explainWays } from './explainWays.ts'
import { sayShare } from './sayShare.ts'
import { SOMETIMES, SYMPTOM_WORDS } from './verdictWords.ts'

type NameOf = (id: string) => string

/** What a person should know beside the headline, in order, as sentences. */
export function* explainVerdict(verdict: Verdict, design: Design): Generator<string> {
  const { kind, code, decidedBy, branches, blockers, gaps, assumptions } = verdict
  if (kind === 'cannot-tell') {
    for (const gap of gaps) yield `${explainNote(gap, design)}.`
    yield* explainPrivateApi(verdict, design)
    return
  }
  const denial = explainDenial(verdict, design)
  if (denial) yield denial
  if (code !== null) {
    const { title, meaning, remedy } = explainCode(code)
    yield `${title}: ${meaning}`
    const advice = decidedBy?.path[0] === 'defaultSecurityGroup' ? DEFAULT_GROUP : remedy
    const where = decidedBy ? `Decided by ${describePlace(design, decidedBy)}.` : ''
    yield [where, advice].filter(Boolean).join(' ')
    if (blockers[0]?.enteredBy)
      yield `Stopped are the connections that the transit gateway takes in by ${constructAt(design, blockers[0].enteredBy)?.name || blockers[0].enteredBy}: in appliance mode a hash of the flow picks the interface, in any zone of the attachment.`
    if (blockers[0]?.ways) yield explainWays(blockers[0].ways, design)
    yield* stoppedByAcl(verdict, (id) => nameIn(design, id))
    if (blockers[0]?.share)
      // of those that one way of several stops; what the others let through is told with them
      yield kind === 'partly' && isSliver(blockers[0].share)
        ? `Of those that this stops: ${lowerFirst(sayShare(blockers[0].share))}.`
        : `${sayShare(blockers[0].share)}.`
  }
  const nameOf: NameOf = (id) => nameIn(design, id)
  if (kind === 'fails') {
    yield* passedOver(verdict, nameOf)
    yield* zoneBehind(verdict, nameOf)
    yield* explainStaticVpn(verdict, design)
    yield* explainPrivateApi(verdict, design)
    yield* explainOutsideResolver(verdict, design)
    if (code !== null && NO_WAY.has(code)) yield* explainService(verdict, design)
  }
  if (kind === 'partly') for (const branch of branches) yield branchInWords(branch)
  const others = blockers.length - 1
  if (others > 0) yield `${others} more ${others === 1 ? 'thing stands' : 'things stand'} in the way.`
  for (const note of assumptions) yield `${explainNote(note)}.`
}

/** Which packet a network ACL drops, and on which way: ACLs are asked at every subnet, and replies apart. */
function* stoppedByAcl({ code, blockers, branches }: Verdict, nameOf: NameOf): Generator<string> {
  const ref = code === 'SUBNET_ACL_RESTRICTION' ? blockers[0]?.step : null
  const leg = ref ? branches[ref.branch]?.legs[ref.leg] : undefined
  const hop = ref ? leg?.hops[ref.hop] : undefined
  const step = ref ? hop?.steps[ref.step] : undefined
  if (!leg || !step) return
  const where = hop?.at ? ` at the edge of ${nameOf(hop.at)}` : ''
  yield `${leg.direction === 'reply' ? 'The reply is stopped' : 'The request is stopped'}${where}: ${explainStep(step, nameOf).headline}.`
}

/** The endpoints that might have answered: often the true reason for what stops the request later. */
function passedOver({ branches }: Verdict, nameOf: NameOf): readonly string[] {
  const steps = branches[0]?.legs[0]?.hops.flatMap((hop) => hop.steps) ?? []
  return steps.flatMap((step) => (step.kind === 'resolve-name' ? explainPassedOver(step.detail, nameOf) : []))
}

/** Where the address came from that nothing leads to: a zone of one's own brings a name into a VPC, and no way. */
function* zoneBehind({ branches, code }: Verdict, nameOf: NameOf): Generator<string> {
  if (code === null || !NO_WAY.has(code)) return
  const steps = branches[0]?.legs[0]?.hops.flatMap((hop) => hop.steps) ?? []
  const said = steps.findLast((step) => step.kind === 'resolve-name')
  if (said?.kind !== 'resolve-name' || said.outcome !== 'answered') return
  const { source, name, answers } = said.detail
  const zone = source === 'private-hosted-zone' || source === 'public-hosted-zone' ? said.evidence.decidedBy : null
  const private4 = answers.find((text) => PRIVATE.test(text))
  if (zone && private4)
    yield `The address ${private4} for ${name} comes from the hosted zone ${nameOf(zone.construct)}, which brings the name and no way there.`
}
const NO_WAY: ReadonlySet<Code> = new Set([
  'NO_ROUTE_TO_DESTINATION',
  'BAD_STATE_ROUTE',
  'NO_POSSIBLE_DESTINATION',
  'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS',
  'IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS',
  'TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT',
  'TGW_RTB_BAD_STATE_ROUTE',
  'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
  'LINK_HAS_NO_ROUTE',
])
const PRIVATE = /^(10|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./

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
