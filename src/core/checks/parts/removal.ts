import { type ConstructId, type Design, planRemoval } from '../../model/index.ts'
import type { Fix } from '../check.ts'
import { called } from './called.ts'

/** Deletes a construct the way the canvas does: what names it lets go. */
export function removal(design: Design, id: ConstructId): readonly Fix[] {
  const [first, ...others] = planRemoval(design, [id])
  return first ? [{ title: `Delete the ${called(design, id)}`, safety: 'review', edits: [first, ...others] }] : []
}
