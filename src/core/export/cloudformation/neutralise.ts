import { withoutLookUps } from '../text/withoutLookUps.ts'
import { isObject, isTreeList, type Tree } from './resource.ts'

/** The tree with every look-up of a secret or parameter in a drawn text broken, names of members included. `tell` hears of each text that was altered. */
export function neutralise<T extends Tree>(tree: T, tell: (text: string) => void): T
export function neutralise(tree: Tree, tell: (text: string) => void): Tree {
  const plain = (text: string): string => {
    const written = withoutLookUps(text)
    if (written !== text) tell(text)
    return written
  }
  if (typeof tree === 'string') return plain(tree)
  if (isTreeList(tree)) return tree.map((one) => neutralise(one, tell))
  if (!isObject(tree)) return tree
  return Object.fromEntries(Object.entries(tree).map(([name, one]) => [plain(name), neutralise(one, tell)]))
}
