import { findAction } from '../../aws/actions/findAction.ts'
import type { ActionCatalogue } from '../../aws/actions/serviceActions.ts'
import { variablesIn } from '../../policy/language/template.ts'
import type { AccessNet } from '../../topology/access/accessNet.ts'

/** A condition key that a call may carry. */
export interface SuggestedKey {
  readonly key: string
  /** Policies whose statements read it; none: the action may carry it. */
  readonly readBy: readonly string[]
  /** Values that they name. */
  readonly values: readonly string[]
}

/** Those that follow from who calls what by which way: nobody has to say them. Source: IAM guide, AWS global condition context keys. */
const FOLLOWS =
  /^(?:aws:(?:principal(?:type|account|orgid|orgpaths|arn|servicename|isawsservice|tag\/.*)|resource(?:account|orgid|orgpaths)|requestedregion|securetransport|sourceip|sourcevpc|sourcevpce|sourcevpcarn|vpcsourceip|vpceaccount|vpceorgid|vpceorgpaths|viaawsservice|username)|s3:resourceaccount)$/i

/** Keys that the design’s policies read and no path gives, then those of the action. */
export function suggestKeys(
  { policies }: AccessNet,
  action: string,
  catalogue: ActionCatalogue,
): readonly SuggestedKey[] {
  const found = new Map<string, { key: string; readBy: Set<string>; values: Set<string> }>()
  const note = (key: string) => {
    const own = found.get(key.toLowerCase()) ?? { key, readBy: new Set(), values: new Set() }
    found.set(key.toLowerCase(), own)
    return own
  }
  for (const { name, document } of policies)
    for (const { resources, conditions } of document?.statements ?? []) {
      const { version } = document!
      for (const { key, values } of conditions) {
        const own = note(key)
        own.readBy.add(name)
        for (const value of values) if (!/[*?$]/.test(value)) own.values.add(value)
      }
      const texts = [...(resources?.these ?? []), ...conditions.flatMap(({ values }) => values)]
      for (const key of variablesIn(texts, version)) note(key).readBy.add(name)
    }
  for (const key of findAction(catalogue, action)?.action.keys ?? []) if (!/\$\{|</.test(key)) note(key)
  return [...found.values()]
    .filter(({ key }) => !FOLLOWS.test(key))
    .map(({ key, readBy, values }) => ({ key, readBy: [...readBy], values: [...values] }))
}
