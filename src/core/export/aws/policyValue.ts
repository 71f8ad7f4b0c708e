import type { PlannedPolicy, PolicyPiece, PolicyTree } from '../plan/policyText.ts'
import {
  accountNumbered,
  type Holder,
  idOf,
  joined,
  type Later,
  PARTITION,
  placed,
  regionCalled,
  type Value,
} from './value.ts'

/** A policy as it is asked for: data with what is known later in it, or letter by letter. */
export const policyValue = (policy: PlannedPolicy, holder: Holder): Value =>
  policy.text === undefined ? treeValue(policy.tree, holder) : policy.text

function treeValue(tree: PolicyTree, holder: Holder): Value {
  if (typeof tree !== 'object') return tree
  if ('list' in tree) return tree.list.map((one) => treeValue(one, holder))
  if ('members' in tree) return Object.fromEntries(tree.members.map(([name, one]) => [name, treeValue(one, holder)]))
  return piecesValue(tree, holder)
}

/** A text of a policy. */
export function piecesValue(pieces: readonly PolicyPiece[], holder: Holder): string | Later {
  const all = pieces.map((piece) => pieceValue(piece, holder))
  if (all.length === 1) return all[0]!
  return all.every((one) => typeof one === 'string') ? all.join('') : joined(...all)
}

function pieceValue(piece: PolicyPiece, holder: Holder): string | Later {
  if (typeof piece === 'string') return piece
  switch (piece.says) {
    case 'partition':
      return PARTITION
    case 'region':
      return regionCalled(piece.code)
    case 'account':
      return accountNumbered(piece.number)
    case 'name':
      return { later: 'name', text: piece.text, of: piece.of }
    case 'id':
      return idOf(piece.of)
    case 'place':
      return placed(piece.text, holder)
  }
}
