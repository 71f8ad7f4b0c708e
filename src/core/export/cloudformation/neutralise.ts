import { withoutLookUps } from '../text/withoutLookUps.ts'
import { isObject, isTreeList, type Tree } from './resource.ts'

/** The tree with every look-up of a secret or parameter in a drawn text broken, names of members included. `tell` hears of each text that was altered. */
export const neutralise = <T extends Tree>(tree: T, tell: (text: string) => void): T =>
  // In JSON two braces follow each other in texts only
  JSON.stringify(tree).includes('{{') ? (broken(tree, tell) as T) : tree

function broken(tree: Tree, tell: (text: string) => void): Tree {
  const plain = (text: string): string => {
    const written = withoutLookUps(text)
    if (written !== text) tell(text)
    return written
  }
  if (typeof tree === 'string') return plain(tree)
  if (isTreeList(tree)) return tree.map((one) => broken(one, tell))
  if (!isObject(tree)) return tree
  return Object.fromEntries(Object.entries(tree).map(([name, one]) => [plain(name), broken(one, tell)]))
}
