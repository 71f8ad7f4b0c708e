import { plain } from '../../fields.ts'
import { decide } from '../functions/decisions.ts'
import { isUnknown } from '../isUnknown.ts'
import { asSection } from '../template/section.ts'
import { createContext } from './evaluateNode.ts'
import type { Frame } from './frame.ts'

/** Rules that the values of the parameters break, for which AWS refuses them, in the words of the template; and those of which that cannot be told. Source: AWS CloudFormation user guide, Rules. */
export function brokenRules(frame: Frame): readonly string[] {
  const context = createContext(frame)
  return Object.entries(frame.template.rules).flatMap(([name, node]) => {
    const { RuleCondition, Assertions } = asSection(node)
    const counts = RuleCondition === undefined || decide(RuleCondition, context)
    if (isUnknown(counts)) return [`Whether the rule ${plain(name, 60)} counts is not known: ${counts.unknown}`]
    if (!counts) return []
    return [Assertions ?? []].flat().flatMap((one) => {
      const { Assert, AssertDescription } = asSection(one)
      const holds = Assert === undefined || decide(Assert, context)
      if (isUnknown(holds))
        return [`Whether the rule ${plain(name, 60)} lets these parameters pass is not known: ${holds.unknown}`]
      if (holds) return []
      return `The rule ${plain(name, 60)} refuses these parameters: ${plain(String(AssertDescription ?? 'it says not why'), 200)}`
    })
  })
}
