import { messageOf } from '../../core/base/index.ts'
import { checks, type Finding, loadActionsFor, runChecks } from '../../core/checks/index.ts'
import { applyEdits, type Design, type Edit, isEditRefused } from '../../core/model/index.ts'
import { rangeOf, type TextRange } from '../../core/policy/index.ts'
import { type ChangedVerdict, changedVerdict } from '../../core/sim/index.ts'
import { compileTopology, type Origin } from '../../core/topology/index.ts'
import type { Pauses, Subject } from '../question.ts'

/** What an edit would change that nobody has made yet. */
export interface PolicyTrial {
  /** What was tried. */
  readonly text: string
  /** Saved requests that are answered otherwise then. */
  readonly changes: readonly ChangedVerdict[]
  /** Why the edit does not fit, in a sentence; null = it does. */
  readonly refused: string | null
  /** What the checks object to in the text at the place, with what of it where they say so. */
  readonly findings: readonly { readonly finding: Finding; readonly at: TextRange | null }[]
}

interface Trial {
  readonly edit: Edit
  /** The field that the text is put into. */
  readonly at: Origin
  readonly text: string
}

/** Tries an edit: asks every saved request with and without it, and runs the checks on what comes of it. */
export async function tryPolicy(
  { design, catalogue, topology }: Subject,
  { edit, at, text }: Trial,
  pauses: Pauses,
): Promise<PolicyTrial> {
  const total = design.requests.length + checks.length
  let done = 0
  const step = async () => {
    if (pauses.isDue()) await pauses.pause(done, total)
    done++
  }
  const edited = editedOr(design, edit)
  if (typeof edited === 'string') return { text, changes: [], findings: [], refused: edited }
  const after = compileTopology(edited, catalogue)
  const changes: ChangedVerdict[] = []
  for (const request of design.requests) {
    await step()
    const changed = changedVerdict(request, topology(), after)
    if (changed) changes.push(changed)
  }
  const findings: PolicyTrial['findings'][number][] = []
  const context = { design: edited, catalogue, topology: after, actions: await loadActionsFor(after) }
  for (const check of checks) {
    await step()
    for (const finding of runChecks(context, [check])) {
      const place = finding.at.find((one) => isIn(one, at))
      if (place) findings.push({ finding, at: rangeOf(text, place.path.slice(at.path.length)) })
    }
  }
  return { text, changes, findings, refused: null }
}

function editedOr(design: Design, edit: Edit): Design | string {
  try {
    return applyEdits(design, [edit]).design
  } catch (error) {
    if (isEditRefused(error)) return messageOf(error)
    throw error
  }
}

const isIn = ({ construct, path }: Origin, field: Origin): boolean =>
  construct === field.construct && field.path.every((step, i) => path[i] === step)
