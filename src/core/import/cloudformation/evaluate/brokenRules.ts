import { plain } from '../../fields.ts'
import { decide } from '../functions/decisions.ts'
import { asSection } from '../template/section.ts'
import { createContext } from './evaluateNode.ts'
import type { Frame } from './frame.ts'

/** Rules that the values of the parameters break, for which AWS refuses them, in the words of the template. Source: AWS CloudFormation user guide, Rules. */
export function brokenRules(frame: Frame): readonly string[] {
  const context = createContext(frame)
  return Object.entries(frame.template.rules).flatMap(([name, node]) => {
    const { RuleCondition, Assertions } = asSection(node)
    if (RuleCondition !== undefined && decide(RuleCondition, context) !== true) return []
    return [Assertions ?? []].flat().flatMap((one) => {
      const { Assert, AssertDescription } = asSection(one)
      if (Assert === undefined || decide(Assert, context) !== false) return []
      return `The rule ${plain(name, 60)} refuses these parameters: ${plain(String(AssertDescription ?? 'it says not why'), 200)}`
    })
  })
}
