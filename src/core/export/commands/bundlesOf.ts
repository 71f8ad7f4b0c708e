import { compareText } from '../../base/order.ts'
import type { Design } from '../../model/design.ts'
import { variablesOf } from '../aws/variablesIn.ts'
import type { PartKey } from '../plan/part.ts'
import type { ExportPlan, StackPlan } from '../plan/planExport.ts'
import type { Bundle } from '../steps/bundle.ts'
import { deploymentOf } from '../text/deploymentOf.ts'
import { labelsOf } from '../text/labelsOf.ts'

/** The scripts of an account. */
export interface Scripts extends Bundle {
  readonly stacks: readonly StackPlan[]
  readonly create: string
  readonly teardown: string
}

/** The scripts of an export, a pair for each account; all languages share the records. */
export function bundlesOf(
  design: Design,
  plan: ExportPlan,
  ending: 'sh' | 'ps1',
): {
  readonly bundles: readonly Scripts[]
  /** What tells the accounts apart, in the order of the bundles. */
  readonly labels: readonly string[]
  /** Key of a part -> record (without its ending) of the script that makes it. */
  readonly elsewhere: ReadonlyMap<PartKey, string>
} {
  const accounts = [...new Set(plan.stacks.map((stack) => stack.accountId))].sort(compareText)
  const labels = labelsOf(accounts)
  const bundles = accounts.map((accountId, index) => {
    const label = labels[index] === '' ? '' : `-${labels[index]}`
    const stacks = plan.stacks.filter((stack) => stack.accountId === accountId)
    return {
      accountId,
      stacks,
      create: `create${label}.${ending}`,
      teardown: `teardown${label}.${ending}`,
      deployment: deploymentOf(design),
      regionCodes: stacks.map(({ regionCode }) => regionCode),
      variables: variablesOf(stacks),
      record: `hopwise-state${label}`,
    }
  })
  const elsewhere = new Map(
    bundles.flatMap(({ stacks, record }) =>
      stacks.flatMap(({ parts }) => parts.map((part) => [part.key, record] as const)),
    ),
  )
  return { bundles, labels, elsewhere }
}
