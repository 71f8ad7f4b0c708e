import { constructOfKind } from '../../model/containment.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { isIp4, parseAddress } from '../../net/address.ts'
import type { Area, Change } from '../../propose/change.ts'
import type { Candidates } from '../../propose/searchChanges.ts'
import type { Step, Verdict } from '../../sim/verdict.ts'
import type { CheckContext, Fix } from '../check.ts'
import { called } from '../parts/called.ts'
import { change } from '../parts/change.ts'
import { admitTraffic } from './admitTraffic.ts'
import { answerByEndpoint } from './answerByEndpoint.ts'
import { leadThere } from './leadThere.ts'

/** Changes of the network for a goal: what would let its packets through, or rules of groups by which they pass though they must not. */
export const networkCandidates: Candidates = ({ design, topology, goal, verdict, goals, traceOf }) => {
  const context: CheckContext = { design, topology, catalogue: topology.catalogue }
  if (goal.must === 'pass') {
    const stops = verdict.blockers.flatMap((blocker) => {
      const at = blocker.step
      const step = at && verdict.branches[at.branch]?.legs[at.leg]?.hops[at.hop]?.steps[at.step]
      if (step?.kind === 'filter') return admitTraffic(context, step, blocker)
      return step?.kind === 'look-up-route' ? leadThere(context, step, blocker) : []
    })
    return [...stops, ...answerByEndpoint(context, verdict)].map((fix, i) => changeOf(fix, design, 2 + i / 10))
  }
  const passing = goals.filter(({ must }) => must === 'pass').flatMap((one) => rulesMet(traceOf(one)))
  return rulesMet(verdict).flatMap((met) => closings(context, met, passing))
}

const changeOf = ({ title, edits }: Fix, base: CheckContext['design'], cost: number): Change => ({
  kind: 'edit',
  area: areaOf(edits),
  title,
  cost,
  edits,
  base,
})

const areaOf = (edits: Fix['edits']): Area =>
  edits.every((edit) => edit.kind === 'change' && edit.of === 'security-group') ? 'groups' : 'network'

type FilterDetail = Extract<Step, { kind: 'filter' }>['detail']
interface MetRule {
  readonly group: string
  readonly index: number
  readonly detail: FilterDetail
}

/** The rules of groups that let a request through. */
function rulesMet({ branches }: Verdict): readonly MetRule[] {
  const steps = branches.flatMap(({ legs }) => legs.flatMap(({ hops }) => hops.flatMap((hop) => hop.steps)))
  return steps.flatMap((step): MetRule[] => {
    const at = step.kind === 'filter' && step.outcome === 'permitted' ? step.evidence.decidedBy : null
    const index = at?.path[1]
    if (step.kind !== 'filter' || !at || step.detail.filter !== 'security-group' || typeof index !== 'number') return []
    return [{ group: at.construct, index, detail: step.detail }]
  })
}

/** A rule taken out, or as many in its place as the requests need that must pass by it. */
function closings(context: CheckContext, met: MetRule, passing: readonly MetRule[]): readonly Change[] {
  const { design } = context
  const group = constructOfKind(design, met.group, 'security-group')
  const { direction } = met.detail
  const rule = group?.[direction][met.index]
  if (!group || !rule) return []
  const needed = passing
    .filter((one) => one.group === met.group && one.index === met.index && one.detail.direction === direction)
    .map(({ detail }) => least(detail, rule))
  if (needed.includes(null)) return []
  const texts = needed.map((one) => JSON.stringify(one))
  const rules = needed.filter((one, i) => one !== null && texts.indexOf(texts[i]!) === i) as (typeof rule)[]
  const others = group[direction].filter((_, i) => i !== met.index)
  const what = `${direction === 'ingress' ? 'inbound' : 'outbound'} rule ${met.index + 1} of the ${called(design, group.id)}`
  const title =
    rules.length === 0 ? `Take out ${what}` : `Narrow ${what} to what must pass: ${rules.map(sayRule).join(', ')}`
  const edits = [change('security-group', group.id, { [direction]: [...others, ...rules] })] as const
  return [changeOf({ title, safety: 'review', edits }, design, 3 + rules.length / 10)]
}

type Rule = ConstructOf<'security-group'>['ingress'][number]

/** The rule for one address and its ports alone; null for what is not known so well. */
function least({ peer, protocol, ports }: FilterDetail, rule: Rule): Rule | null {
  const address = parseAddress(peer)
  if (address === null || (protocol !== 'tcp' && protocol !== 'udp') || !ports) return null
  return {
    ...rule,
    protocol,
    ports: { from: ports.from, to: ports.to },
    icmp: null,
    peer: { cidr: `${peer}/${isIp4(address) ? 32 : 128}` },
  } as Rule
}

const sayRule = ({ peer, protocol, ports }: Rule): string =>
  `${String(protocol).toUpperCase()} ${ports?.from ?? ''} ${'cidr' in peer ? peer.cidr : ''}`.trim()
