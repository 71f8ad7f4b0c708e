import { networkCandidates } from '../../core/checks/index.ts'
import { type Area, goalsOf, type Proposal, proposeChanges } from '../../core/propose/index.ts'
import { diffLines, type Hunk } from '../../core/revise/index.ts'
import type { Pauses, Subject } from '../question.ts'

/** A proposal, its texts with the lines that differ. */
export interface ShownProposal extends Omit<Proposal, 'texts'> {
  readonly texts: readonly (Proposal['texts'][number] & { readonly hunks: readonly Hunk[] })[]
}

/** What to change so that the saved requests of a design pass and fail as they must. */
export async function proposeFor(
  { design, catalogue }: Subject,
  { areas }: { readonly areas: readonly Area[] },
  pauses: Pauses,
): Promise<ShownProposal> {
  const proposal = await proposeChanges({
    design,
    catalogue,
    goals: goalsOf(design),
    areas,
    more: [networkCandidates],
    pause: async (done, total) => {
      if (pauses.isDue()) await pauses.pause(done, total)
    },
  })
  return { ...proposal, texts: proposal.texts.map((one) => ({ ...one, hunks: diffLines(one.before, one.after) })) }
}
