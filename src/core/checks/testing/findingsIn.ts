import { expect } from 'vitest'
import { loadActions, loadCatalogue } from '../../aws/index.ts'
import { applyEdits, type Design } from '../../model/index.ts'
import { buildDesign, type DesignBuilder } from '../../model/testing/designBuilder.ts'
import { compileTopology } from '../../topology/index.ts'
import type { Finding } from '../check.ts'
import { runChecks } from '../runChecks.ts'

const catalogue = await loadCatalogue()
const actions = await loadActions((await loadActions([])).prefixes.keys())

/** What one check finds in a design. */
export const findingsIn = (check: string, design: Design): readonly Finding[] =>
  runChecks({ design, topology: compileTopology(design, catalogue), catalogue, actions }).filter(
    (one) => one.check === check,
  )

/** `nlb.listeners.0` */
export const placeOf = ({ at }: Finding): string => [at[0].construct, ...at[0].path].join('.')
const keyOf = (finding: Finding) => `${placeOf(finding)} ${finding.message}`

/** Where a check objects; every fix that it offers takes its finding away. */
export function places(check: string, draw: (b: DesignBuilder) => void): readonly string[] {
  const design = buildDesign(draw)
  const findings = findingsIn(check, design)
  for (const finding of findings)
    for (const { title, edits } of finding.fixes)
      expect(findingsIn(check, applyEdits(design, edits).design).map(keyOf), title).not.toContain(keyOf(finding))
  return findings.map(placeOf)
}
