import { largest } from '../base/largest.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { firewallsIn } from './parts/firewalls.ts'
import { place } from './parts/place.ts'

type Rule = ConstructOf<'firewall-rule-group'>['statelessRules'][number]

/** Sources: Network Firewall guide, stateless rule groups (each packet by itself) and stream exception policy. */
export const firewallPassesOneWay: Check = {
  id: 'firewall-passes-one-way',
  severity: 'warning',
  title: 'Stateless rule that passes one direction',
  why: 'Stateless rules see every packet by itself. Where one passes requests and none passes their answers, these go to the stateful rules, which drop what belongs to no connection that they have seen.',
  learnMore: 'https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateless-rule-groups-standard.html',
  *find({ design, topology }) {
    const seen = new Set<string>()
    for (const { net, groups } of firewallsIn(design, topology)) {
      if (net.statelessDefault === 'pass') continue
      const passing = groups.flatMap(({ type, statelessRules }) =>
        type === 'stateless' ? statelessRules.filter(({ action }) => action === 'pass') : [],
      )
      for (const group of groups) {
        if (group.type !== 'stateless') continue
        for (const [index, rule] of group.statelessRules.entries()) {
          const key = `${group.id} ${index}`
          if (rule.action !== 'pass' || passing.some((one) => answers(one, rule)) || seen.has(key)) continue
          seen.add(key)
          const priority = largest(group.statelessRules.map((one) => one.priority)) + 1
          yield {
            at: [place(group.id, 'statelessRules', index)],
            message: `Rule ${index + 1} of the ${called(design, group.id)} passes packets to ${rule.destination}, ports ${rule.destinationPorts}, and no stateless rule passes the answers.`,
            fixes: [
              {
                title: 'Add a rule for the answers',
                safety: 'review',
                edits: [
                  change('firewall-rule-group', group.id, {
                    statelessRules: [...group.statelessRules, { ...turnedRound(rule), priority }],
                  }),
                ],
              },
            ],
          }
        }
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

const turnedRound = (rule: Rule): Rule => ({
  ...rule,
  source: rule.destination,
  sourcePorts: rule.destinationPorts,
  destination: rule.source,
  destinationPorts: rule.sourcePorts,
})

/** Whether a rule says of answers what the other says of requests, or more. Rules that only together cover it are not told. */
function answers(one: Rule, other: Rule): boolean {
  const wanted = turnedRound(other)
  const says = (own: string, theirs: string) => own === 'any' || own === theirs
  return (
    says(one.protocols, wanted.protocols) &&
    says(one.source, wanted.source) &&
    says(one.sourcePorts, wanted.sourcePorts) &&
    says(one.destination, wanted.destination) &&
    says(one.destinationPorts, wanted.destinationPorts)
  )
}

const example = (bothWays: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const any = { source: 'any', sourcePorts: 'any', destination: 'any', destinationPorts: 'any', tcpFlags: '' }
    const rule: Rule = { priority: 10, action: 'pass', protocols: 'tcp', ...any, destinationPorts: '443' }
    const ruleGroup = b.firewallRules({
      type: 'stateless',
      statelessRules: bothWays ? [rule, { ...turnedRound(rule), priority: 20 }] : [rule],
    })
    b.networkFirewall(vpc, { subnets: [b.subnet(vpc)], ruleGroups: [{ ruleGroup, priority: 10 }] })
  })
